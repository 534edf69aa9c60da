-- The simulator's own book. It is the judge of "exactly once", so `acceptance` is written in the same transaction as
-- the message, before any answer goes out, and nothing ever changes or deletes its rows. Instants are epoch ms on the
-- carrier's clock.

-- Seed, credentials, knobs and clock, each as JSON, so that a restarted simulator is the same carrier.
CREATE TABLE IF NOT EXISTS meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS number (
  id INTEGER PRIMARY KEY,
  sid TEXT NOT NULL UNIQUE,
  phone TEXT NOT NULL,
  -- What a customer may set (SmsUrl, FriendlyName ...), by the parameter's name, as a JSON object.
  settings TEXT NOT NULL,
  -- When the segments that were queued so far will all have left, at the number's rate.
  queue_free_at INTEGER NOT NULL DEFAULT 0,
  service_sid TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  released_at INTEGER
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS number_owned ON number (phone) WHERE released_at IS NULL;

CREATE TABLE IF NOT EXISTS service (
  id INTEGER PRIMARY KEY,
  sid TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY,
  sid TEXT NOT NULL UNIQUE,
  -- The contact and how many texts there were from or to them: what chance calls this message. Unlike the sid it does
  -- not depend on the account, and unlike the id not on what happens to others.
  draw_name TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound-api')),
  -- Null until a messaging service has picked a sender.
  from_phone TEXT,
  to_phone TEXT NOT NULL,
  body TEXT NOT NULL,
  segments INTEGER NOT NULL,
  -- The URLs of the media, as a JSON array.
  media TEXT NOT NULL DEFAULT '[]',
  service_sid TEXT,
  status TEXT NOT NULL,
  -- What a lagging replica still shows; null for the first status.
  previous_status TEXT,
  error_code INTEGER,
  -- How the message ends, decided by the seed when it is accepted: delivered, undelivered, failed or sent.
  fate TEXT,
  fate_code INTEGER,
  status_callback TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  updated_at INTEGER NOT NULL,
  -- Lists show the message from this instant on.
  listed_at INTEGER NOT NULL,
  -- A message that has not left by then fails with 30036.
  expires_at INTEGER,
  -- When the next status is due; null once the last has been reached.
  next_at INTEGER,
  -- Kept after a DELETE, so that a page token that points here stays good.
  deleted_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS message_newest ON message (created_at, id);
CREATE INDEX IF NOT EXISTS message_to ON message (to_phone, created_at, id);
CREATE INDEX IF NOT EXISTS message_from ON message (from_phone, created_at, id);
CREATE INDEX IF NOT EXISTS message_sent ON message (sent_at, created_at);
CREATE INDEX IF NOT EXISTS message_due ON message (next_at) WHERE next_at IS NOT NULL;

-- What was accepted for sending, for ever.
CREATE TABLE IF NOT EXISTS acceptance (
  id INTEGER PRIMARY KEY,
  sid TEXT NOT NULL UNIQUE,
  from_phone TEXT,
  to_phone TEXT NOT NULL,
  body TEXT NOT NULL,
  segments INTEGER NOT NULL,
  accepted_at INTEGER NOT NULL,
  -- When the contact had asked, in whatever words, to hear no more, if that was before.
  opted_out_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS acceptance_to ON acceptance (to_phone, id);

-- A person at the other end.
CREATE TABLE IF NOT EXISTS contact (
  phone TEXT PRIMARY KEY,
  -- How many of our texts have reached them.
  heard INTEGER NOT NULL DEFAULT 0,
  -- When they asked to hear no more, in whatever words; null when they never did, or took a keyword's
  -- block back with START.
  opted_out_at INTEGER
) STRICT, WITHOUT ROWID;

-- The carrier's own block, set by a keyword only: (our number or messaging service, contact).
CREATE TABLE IF NOT EXISTS opt_out (
  sender TEXT NOT NULL,
  contact TEXT NOT NULL,
  since_at INTEGER NOT NULL,
  PRIMARY KEY (sender, contact)
) STRICT, WITHOUT ROWID;

-- What a contact is going to write.
CREATE TABLE IF NOT EXISTS reply (
  id INTEGER PRIMARY KEY,
  due_at INTEGER NOT NULL,
  contact TEXT NOT NULL,
  number TEXT NOT NULL,
  body TEXT NOT NULL,
  -- 1 when the words ask to hear no more.
  opt_out INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS reply_due ON reply (due_at);

-- Requests by kind and outcome: an HTTP status, "lost" or "gone". Written every moment or so, unlike acceptances.
CREATE TABLE IF NOT EXISTS tally (
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (kind, outcome)
) STRICT, WITHOUT ROWID;
