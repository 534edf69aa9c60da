-- What people decided to send. `state` is ours and ends when the carrier has the text; `status` is the carrier's.
CREATE TABLE message (
  id             INTEGER PRIMARY KEY,
  origin         INTEGER,
  kind           TEXT    NOT NULL CHECK (kind IN ('initial', 'follow-up')),
  action_id      INTEGER NOT NULL,
  contact_id     INTEGER NOT NULL,
  -- Who pressed the key.
  user_id        INTEGER NOT NULL,
  -- The script it was drawn from; null for own words.
  script_id      INTEGER,
  -- Our number that it leaves from.
  number_id      INTEGER NOT NULL REFERENCES number (id),
  -- The contact's phone when the text was decided.
  phone          TEXT    NOT NULL,
  -- Whose clocks say when it may leave; corrected at dispatch when the contact's has changed.
  zone_set_id    INTEGER NOT NULL,
  -- As it leaves, variables filled and look-alikes replaced.
  body           TEXT    NOT NULL CHECK (body <> ''),
  segments       INTEGER NOT NULL CHECK (segments > 0),
  queued_at      INTEGER NOT NULL,
  state          TEXT    NOT NULL DEFAULT 'queued' CHECK (state IN
                 ('queued', 'sending', 'uncertain', 'handed-over', 'refused', 'blocked', 'needs-person', 'cancelled')),
  -- A queued text is not looked at before; 0 when nothing but its turn is waited for.
  not_before_at  INTEGER NOT NULL DEFAULT 0,
  -- Why it is not looked at before `not_before_at`.
  wait_reason    TEXT CHECK (wait_reason IN ('hours', 'lock', 'pause', 'limit', 'offline')),
  -- How often the carrier was called for it, and when first and last, by the corrected clock.
  attempts       INTEGER NOT NULL DEFAULT 0,
  first_attempt_at INTEGER,
  last_attempt_at  INTEGER,
  -- Why it is blocked, cancelled or a person's to decide.
  reason         TEXT,
  -- The carrier's code, when it refused.
  refusal_code   INTEGER,
  handed_over_at INTEGER,
  -- The carrier's name for it.
  carrier_id     TEXT,
  -- The carrier's word for where it is; null until the first one.
  status         TEXT,
  status_at      INTEGER,
  -- The carrier's code, when it failed later.
  error_code     INTEGER,
  CHECK ((state = 'handed-over') = (carrier_id IS NOT NULL)),
  CHECK ((attempts = 0) = (last_attempt_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX message_origin ON message (origin) WHERE origin IS NOT NULL;
-- What the dispatcher picks from: one flow after the other, and in it only zone sets that are open.
CREATE INDEX message_queue ON message (kind, number_id, action_id, user_id, zone_set_id, not_before_at, id)
  WHERE state = 'queued';
-- At most one text per phone is in doubt, or the carrier's list could not tell which one it shows.
CREATE UNIQUE INDEX message_in_doubt ON message (phone) WHERE state IN ('sending', 'uncertain');
-- What an opt-out withdraws, and what has to leave before a later text to the same phone.
CREATE INDEX message_waiting ON message (phone, id) WHERE state IN ('queued', 'needs-person');
-- What only a person can decide.
CREATE INDEX message_person ON message (id) WHERE state = 'needs-person';
-- One first text per action and contact. One that was tried and then withdrawn may still turn up at the carrier.
CREATE UNIQUE INDEX message_initial ON message (action_id, contact_id)
  WHERE kind = 'initial' AND (state <> 'cancelled' OR attempts > 0);
CREATE UNIQUE INDEX message_carrier ON message (carrier_id) WHERE carrier_id IS NOT NULL;
CREATE INDEX message_contact ON message (contact_id, id);
-- What the carrier may still report on.
CREATE INDEX message_open ON message (handed_over_at) WHERE state = 'handed-over'
  AND (status IS NULL OR status IN ('scheduled', 'accepted', 'queued', 'sending', 'sent'));

-- How much may be sent at once, per account and per number; kept so that a restart sends no burst.
CREATE TABLE limiter (
  -- 'account' or 'number:' with its id.
  key      TEXT    PRIMARY KEY,
  -- Segments that may leave now; below zero, a debt to be waited for.
  level    REAL    NOT NULL,
  at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who asked us to wait: the carrier for a time, or until a person has mended something.
CREATE TABLE pause (
  -- 'account' or 'number:' with its id.
  scope    TEXT    PRIMARY KEY,
  -- Null: until a person says so.
  until_at INTEGER,
  -- 'rate', 'queue-full', or 'refused' with the carrier's code.
  reason   TEXT    NOT NULL CHECK (reason IN ('rate', 'queue-full', 'refused')),
  code     INTEGER,
  since_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
