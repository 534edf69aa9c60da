-- What came in. A reply that belongs to nobody is kept, too.
CREATE TABLE reply (
  id          INTEGER PRIMARY KEY,
  origin      INTEGER,
  -- The carrier's name for it: one row however often it is told.
  carrier_id  TEXT    NOT NULL UNIQUE,
  -- Usually E.164; a short code or a name is kept as it came.
  phone       TEXT    NOT NULL,
  number_id   INTEGER NOT NULL REFERENCES number (id),
  -- Whose phone it is, and the text of ours that it followed; null when it belongs to nobody.
  contact_id  INTEGER,
  message_id  INTEGER,
  action_id   INTEGER,
  body        TEXT    NOT NULL,
  media_count INTEGER NOT NULL,
  -- When the carrier got it, by its clock, in whole seconds. The order of replies: late ones are stored after newer ones.
  received_at INTEGER NOT NULL,
  -- When it came to be known here, by the clock that dates our own texts: what was queued since can be an answer to it.
  stored_at   INTEGER NOT NULL,
  -- Whether these words ask to hear no more.
  opted_out   INTEGER NOT NULL CHECK (opted_out IN (0, 1)),
  -- Whether its conversation needs attention; the same for all replies of one. Derived, and kept by triggers (0150): by
  -- the rule itself every list of what needs attention would have to pass over all conversations that do not.
  waiting     INTEGER NOT NULL DEFAULT 1 CHECK (waiting IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX reply_origin ON reply (origin) WHERE origin IS NOT NULL;
CREATE INDEX reply_contact ON reply (contact_id, id);
-- One conversation, and whether it has a later reply.
CREATE INDEX reply_conversation ON reply (action_id, contact_id, received_at, id);
-- All conversations, the one that was heard from last first.
CREATE INDEX reply_newest ON reply (received_at, id) WHERE action_id IS NOT NULL;
CREATE INDEX reply_waiting ON reply (received_at, id) WHERE action_id IS NOT NULL AND waiting = 1;
CREATE INDEX reply_stray ON reply (received_at, id) WHERE action_id IS NULL;

-- How far the account has been read. One row for each account.
CREATE TABLE sweep (
  account_id  TEXT    PRIMARY KEY,
  -- Everything the carrier had before this, by its clock, has been read completely.
  read_to_at  INTEGER NOT NULL,
  -- When it came to be so, by our clock.
  swept_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
