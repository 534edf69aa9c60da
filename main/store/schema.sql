-- Generated from migrations/ by "npm run schema". Not edited by hand.

CREATE TABLE action (
  id           INTEGER PRIMARY KEY,
  origin       INTEGER,
  name         TEXT    NOT NULL CHECK (name <> ''),
  list_id      INTEGER NOT NULL REFERENCES list (id),
  -- 'publishing' while its contacts are being laid out for claiming. 'ended' is for ever.
  state        TEXT    NOT NULL CHECK (state IN ('draft', 'publishing', 'published', 'paused', 'ended')),
  created_by   INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  published_at INTEGER,
  ended_at     INTEGER
) STRICT;

CREATE INDEX action_open ON action (id) WHERE state IN ('published', 'paused');

CREATE UNIQUE INDEX action_origin ON action (origin) WHERE origin IS NOT NULL;

CREATE TABLE action_script (
  action_id INTEGER NOT NULL REFERENCES action (id),
  kind      TEXT    NOT NULL CHECK (kind IN ('initial', 'response')),
  position  INTEGER NOT NULL,
  script_id INTEGER NOT NULL REFERENCES script (id),
  PRIMARY KEY (action_id, kind, position),
  UNIQUE (action_id, kind, script_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  id          INTEGER PRIMARY KEY,
  origin      INTEGER,
  action_id   INTEGER NOT NULL,
  contact_id  INTEGER NOT NULL,
  -- As the contact had it when the action was published: claims pick by it. Sending judges by the contact itself.
  zone_set_id INTEGER NOT NULL,
  -- 'claimed': on a texter's desk. 'texted': the first text was decided. 'left-out': a safeguard said never.
  state       TEXT    NOT NULL DEFAULT 'unassigned'
              CHECK (state IN ('unassigned', 'claimed', 'texted', 'left-out')),
  -- The safeguard, when left out.
  reason      TEXT,
  batch_id    INTEGER,
  -- Whose conversation it is, from the claim on.
  user_id     INTEGER, put_off_at INTEGER, last_reply_at INTEGER, last_reply_id INTEGER, unread_to INTEGER,
  CHECK ((state = 'unassigned') = (user_id IS NULL AND reason IS NULL)),
  CHECK ((state = 'left-out') = (reason IS NOT NULL))
) STRICT;

CREATE INDEX assignment_batch ON assignment (batch_id) WHERE batch_id IS NOT NULL;

CREATE UNIQUE INDEX assignment_contact ON assignment (action_id, contact_id);

CREATE INDEX assignment_desk ON assignment (user_id, action_id, id) WHERE state = 'claimed';

CREATE INDEX assignment_free ON assignment (action_id, zone_set_id, id) WHERE state = 'unassigned';

CREATE UNIQUE INDEX assignment_origin ON assignment (origin) WHERE origin IS NOT NULL;

CREATE INDEX assignment_texted ON assignment (user_id, action_id, contact_id) WHERE state = 'texted';

CREATE INDEX assignment_unread ON assignment (last_reply_at, last_reply_id, unread_to) WHERE unread_to IS NOT NULL;

CREATE INDEX assignment_unread_own ON assignment (user_id, last_reply_at, last_reply_id, unread_to)
  WHERE unread_to IS NOT NULL;

CREATE TABLE batch (
  id         INTEGER PRIMARY KEY,
  origin     INTEGER,
  action_id  INTEGER NOT NULL REFERENCES action (id),
  user_id    INTEGER NOT NULL REFERENCES user (id),
  size       INTEGER NOT NULL,
  claimed_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX batch_origin ON batch (origin) WHERE origin IS NOT NULL;

CREATE TABLE bulk_item (
  bulk_id   INTEGER NOT NULL,
  entity_id INTEGER NOT NULL,
  -- JSON of what the work replaced; null when it added the row.
  before    TEXT,
  PRIMARY KEY (bulk_id, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER bulk_item_rows_stay_as_they_are BEFORE UPDATE ON bulk_item
BEGIN SELECT raise(ABORT, 'bulk items are only added'); END;

CREATE TABLE campaign (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  name       TEXT    NOT NULL CHECK (name <> ''),
  founded_at INTEGER NOT NULL
, description TEXT NOT NULL DEFAULT '', join_code TEXT NOT NULL DEFAULT '', time_zone TEXT NOT NULL DEFAULT 'America/New_York', start_minute INTEGER NOT NULL DEFAULT 540, end_minute INTEGER NOT NULL DEFAULT 1260, bucket_size INTEGER NOT NULL DEFAULT 100 CHECK (bucket_size IN (10, 25, 100, 200)), lock_minutes INTEGER NOT NULL DEFAULT 360 CHECK (lock_minutes >= 0), contact_fallback TEXT NOT NULL DEFAULT '', texter_fallback TEXT NOT NULL DEFAULT '', most_unanswered INTEGER CHECK (most_unanswered >= 0), own_words INTEGER NOT NULL DEFAULT 1 CHECK (own_words IN (0, 1)), start_words TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE carrier_account (
  account_id          TEXT PRIMARY KEY,
  -- All numbers together; null when only the numbers' own rates hold.
  segments_per_second REAL CHECK (segments_per_second > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id          INTEGER PRIMARY KEY,
  origin      INTEGER,
  -- E.164.
  phone       TEXT    NOT NULL UNIQUE,
  first_name  TEXT    NOT NULL DEFAULT '',
  last_name   TEXT    NOT NULL DEFAULT '',
  email       TEXT    NOT NULL DEFAULT '',
  -- Five digits, or empty.
  zip         TEXT    NOT NULL DEFAULT '',
  -- Two capital letters, or empty.
  state       TEXT    NOT NULL DEFAULT '',
  zone_set_id INTEGER NOT NULL REFERENCES zone_set (id),
  -- The import that brought the contact; null for one that came in another way.
  import_id   INTEGER,
  created_at  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX contact_origin ON contact (origin) WHERE origin IS NOT NULL;

CREATE TABLE contact_value (
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  field_id   INTEGER NOT NULL REFERENCES field (id),
  value      TEXT    NOT NULL,
  PRIMARY KEY (contact_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id         INTEGER PRIMARY KEY,
  action_id  INTEGER NOT NULL,
  contact_id INTEGER NOT NULL,
  -- Who wrote it. Each person has one draft in a conversation.
  user_id    INTEGER NOT NULL,
  body       TEXT    NOT NULL CHECK (body <> ''),
  -- The response script that the words began as; null for own words.
  script_id  INTEGER,
  -- Own words that the script took the place of, so that they can be had back; null where there were none.
  replaced   TEXT,
  saved_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_contact ON draft (contact_id);

CREATE UNIQUE INDEX draft_conversation ON draft (action_id, contact_id, user_id);

CREATE INDEX draft_user ON draft (user_id, id);

CREATE TABLE field (
  id         INTEGER PRIMARY KEY,
  origin     INTEGER,
  -- As written in scripts and in the headers of lists; its case counts.
  slug       TEXT    NOT NULL UNIQUE CHECK (slug <> ''),
  title      TEXT    NOT NULL CHECK (title <> ''),
  created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX field_origin ON field (origin) WHERE origin IS NOT NULL;

CREATE TABLE import (
  id               INTEGER PRIMARY KEY,
  list_id          INTEGER NOT NULL,
  user_id          INTEGER NOT NULL,
  -- The file's name without its folder.
  file_name        TEXT    NOT NULL,
  state            TEXT    NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
  -- Contacts with a greater id may be this import's own; what a rollback has to look through begins after it.
  after_contact_id INTEGER NOT NULL,
  -- Names the values that contacts had before this import changed them, in `bulk_item`.
  bulk_id          INTEGER NOT NULL,
  rows_read        INTEGER NOT NULL DEFAULT 0,
  added            INTEGER NOT NULL DEFAULT 0,
  updated          INTEGER NOT NULL DEFAULT 0,
  left_out         INTEGER NOT NULL DEFAULT 0,
  -- JSON of the error that a failed import ended with, when a person can do something about it.
  failure          TEXT,
  started_at       INTEGER NOT NULL,
  ended_at         INTEGER
) STRICT;

CREATE INDEX import_running ON import (id) WHERE state = 'running';

CREATE TABLE import_header (
  import_id INTEGER PRIMARY KEY REFERENCES import (id),
  -- JSON array.
  cells     TEXT    NOT NULL
) STRICT;

CREATE TABLE import_left_out (
  import_id INTEGER NOT NULL REFERENCES import (id),
  -- Counted from 1 with the header, as a spreadsheet shows it.
  line      INTEGER NOT NULL,
  reason    TEXT    NOT NULL,
  -- JSON array of the row's cells, as they were.
  cells     TEXT    NOT NULL, earlier_line INTEGER,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE intent (
  -- The UUID's bytes. Our screens mint version 7, so that new rows lie side by side.
  intent_id  BLOB    PRIMARY KEY CHECK (length(intent_id) = 16),
  call       TEXT    NOT NULL,
  user_id    INTEGER,
  -- The first half of the SHA-256 of the call's input: the same id with another input is a mistake of the caller.
  input_hash BLOB    NOT NULL CHECK (length(input_hash) = 16),
  answer     TEXT    NOT NULL,
  at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id         INTEGER PRIMARY KEY,
  kind       TEXT    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
  input      TEXT    NOT NULL,
  done       INTEGER NOT NULL DEFAULT 0,
  total      INTEGER,
  -- JSON: the result of a job that is done, the error of one that failed.
  outcome    TEXT,
  user_id    INTEGER,
  started_at INTEGER NOT NULL,
  ended_at   INTEGER,
  CHECK ((state = 'running') = (ended_at IS NULL))
) STRICT;

CREATE INDEX job_running ON job (id) WHERE state = 'running';

CREATE TABLE journal (
  id        INTEGER PRIMARY KEY,
  -- A version 7 UUID: the event's name on every desktop. Without an index: nothing here looks an event up by it, and
  -- every text would pay for one.
  event_id  BLOB    NOT NULL CHECK (length(event_id) = 16),
  device    INTEGER NOT NULL,
  -- Counts each device's events from 1 without a gap, so that a missing one is noticed.
  n         INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  -- The person; null when the carrier or the program itself did it.
  user_id   INTEGER,
  kind      TEXT    NOT NULL,
  entity_id INTEGER,
  -- JSON. Refers to contacts and messages by id only, so that a person can be erased and the trail still stands.
  payload   TEXT    NOT NULL,
  bulk_id   INTEGER,
  UNIQUE (device, n)
) STRICT;

CREATE TRIGGER journal_rows_stay BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;

CREATE TRIGGER journal_rows_stay_as_they_are BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;

CREATE TABLE limiter (
  -- 'account' or 'number:' with its id.
  key      TEXT    PRIMARY KEY,
  -- Segments that may leave now; below zero, a debt to be waited for.
  level    REAL    NOT NULL,
  at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE list (
  id         INTEGER PRIMARY KEY,
  origin     INTEGER,
  name       TEXT    NOT NULL CHECK (name <> ''),
  -- 'importing' is invisible to everything but its import.
  state      TEXT    NOT NULL CHECK (state IN ('importing', 'ready')),
  created_by INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX list_origin ON list (origin) WHERE origin IS NOT NULL;

CREATE TABLE list_member (
  list_id    INTEGER NOT NULL,
  contact_id INTEGER NOT NULL,
  PRIMARY KEY (list_id, contact_id)
) STRICT, WITHOUT ROWID;

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

CREATE TRIGGER draft_after_message AFTER INSERT ON message
BEGIN
  DELETE FROM draft WHERE action_id = new.action_id AND contact_id = new.contact_id
    AND (user_id = new.user_id OR new.kind = 'initial');
END;

CREATE UNIQUE INDEX message_carrier ON message (carrier_id) WHERE carrier_id IS NOT NULL;

CREATE INDEX message_contact ON message (contact_id, id);

CREATE UNIQUE INDEX message_in_doubt ON message (phone) WHERE state IN ('sending', 'uncertain');

CREATE UNIQUE INDEX message_initial ON message (action_id, contact_id)
  WHERE kind = 'initial' AND (state <> 'cancelled' OR attempts > 0);

CREATE INDEX message_open ON message (handed_over_at) WHERE state = 'handed-over'
  AND (status IS NULL OR status IN ('scheduled', 'accepted', 'queued', 'sending', 'sent'));

CREATE UNIQUE INDEX message_origin ON message (origin) WHERE origin IS NOT NULL;

CREATE INDEX message_person ON message (id) WHERE state = 'needs-person';

CREATE INDEX message_queue ON message (kind, number_id, action_id, user_id, zone_set_id, not_before_at, id)
  WHERE state = 'queued';

CREATE INDEX message_waiting ON message (phone, id) WHERE state IN ('queued', 'needs-person');

CREATE TRIGGER waiting_after_follow_up AFTER INSERT ON message WHEN new.kind = 'follow-up'
BEGIN
  UPDATE reply SET waiting = (SELECT waits FROM v_reply_waits WHERE reply_id = reply.id)
  WHERE action_id = new.action_id AND contact_id = new.contact_id;
END;

CREATE TRIGGER waiting_after_stop AFTER UPDATE OF state, queued_at ON message
WHEN new.kind = 'follow-up' AND (new.queued_at <> old.queued_at OR
  (new.state IN ('refused', 'blocked', 'cancelled')) <> (old.state IN ('refused', 'blocked', 'cancelled')))
BEGIN
  UPDATE reply SET waiting = (SELECT waits FROM v_reply_waits WHERE reply_id = reply.id)
  WHERE action_id = new.action_id AND contact_id = new.contact_id;
END;

CREATE TABLE migration (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;

CREATE TABLE number (
  id                  INTEGER PRIMARY KEY,
  origin              INTEGER,
  -- E.164.
  phone               TEXT    NOT NULL UNIQUE,
  -- The carrier's names for the account and for the number in it.
  account_id          TEXT    NOT NULL,
  carrier_id          TEXT    NOT NULL,
  label               TEXT    NOT NULL,
  can_text            INTEGER NOT NULL CHECK (can_text IN (0, 1)),
  -- What the carrier lets this number send; a US long code without registration: 1.
  segments_per_second REAL    NOT NULL DEFAULT 1 CHECK (segments_per_second > 0),
  added_at            INTEGER NOT NULL,
  -- When the account turned out not to have it any more; null while it has.
  lost_at             INTEGER
) STRICT;

CREATE UNIQUE INDEX number_origin ON number (origin) WHERE origin IS NOT NULL;

CREATE TABLE opt_out (
  phone    TEXT    PRIMARY KEY,
  at       INTEGER NOT NULL,
  -- What said so: the contact's own words, a texter by hand, the carrier (21610), or a list of opt-outs.
  source   TEXT    NOT NULL CHECK (source IN ('words', 'texter', 'carrier', 'list')),
  -- The person who did it by hand; null otherwise.
  user_id  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TRIGGER draft_after_opt_out AFTER INSERT ON opt_out
BEGIN
  DELETE FROM draft WHERE contact_id = (SELECT id FROM contact WHERE phone = new.phone);
END;

CREATE TRIGGER opt_out_rows_stay BEFORE DELETE ON opt_out
BEGIN SELECT raise(ABORT, 'an opt-out is never taken back'); END;

CREATE TRIGGER opt_out_rows_stay_as_they_are BEFORE UPDATE ON opt_out
BEGIN SELECT raise(ABORT, 'an opt-out is never changed'); END;

CREATE TRIGGER unread_after_opt_out AFTER INSERT ON opt_out
BEGIN
  UPDATE assignment SET unread_to = NULL WHERE (action_id, contact_id) IN (
    SELECT action_id, contact_id FROM reply WHERE contact_id = (SELECT id FROM contact WHERE phone = new.phone)
  );
END;

CREATE TRIGGER waiting_after_opt_out AFTER INSERT ON opt_out
BEGIN
  UPDATE reply SET waiting = 0 WHERE contact_id = (SELECT id FROM contact WHERE phone = new.phone);
END;

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

CREATE TABLE phone_fact (
  -- E.164.
  phone            TEXT    PRIMARY KEY,
  -- As the carrier's lookup named it; null while nobody asked.
  line_type        TEXT,
  -- The carrier's code that said that this phone takes no texts; null while it may.
  unreachable_code INTEGER,
  -- When an admin or a flag cut this phone off from everybody (never undone by time).
  blocked_at       INTEGER,
  -- The last first text of any action, the last text of any kind, the last reply. When the carrier was asked, or wrote.
  last_initial_at  INTEGER,
  last_out_at      INTEGER,
  last_in_at       INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE read_mark (
  user_id       INTEGER NOT NULL,
  action_id     INTEGER NOT NULL,
  contact_id    INTEGER NOT NULL,
  -- The newest reply that they have seen there, in the order in which replies came to be known.
  reply_id      INTEGER NOT NULL,
  -- Where the conversation stood in the list then, which goes by its last reply: when that was received, and which it was.
  last_reply_at INTEGER NOT NULL,
  last_reply_id INTEGER NOT NULL,
  PRIMARY KEY (user_id, action_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX read_mark_listed ON read_mark (user_id, last_reply_at, last_reply_id, reply_id);

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

CREATE INDEX reply_contact ON reply (contact_id, id);

CREATE INDEX reply_conversation ON reply (action_id, contact_id, received_at, id);

CREATE INDEX reply_newest ON reply (received_at, id) WHERE action_id IS NOT NULL;

CREATE UNIQUE INDEX reply_origin ON reply (origin) WHERE origin IS NOT NULL;

CREATE INDEX reply_stray ON reply (received_at, id) WHERE action_id IS NULL;

CREATE INDEX reply_waiting ON reply (received_at, id) WHERE action_id IS NOT NULL AND waiting = 1;

CREATE TRIGGER unread_after_reply AFTER INSERT ON reply WHEN new.action_id IS NOT NULL
BEGIN
  UPDATE assignment SET (last_reply_at, last_reply_id) = (
    SELECT received_at, id FROM reply WHERE action_id = new.action_id AND contact_id = new.contact_id
    ORDER BY received_at DESC, id DESC LIMIT 1
  ), unread_to = CASE WHEN NOT EXISTS (
    SELECT 1 FROM contact JOIN opt_out ON opt_out.phone = contact.phone WHERE contact.id = new.contact_id
  ) THEN new.id END
  WHERE action_id = new.action_id AND contact_id = new.contact_id AND state = 'texted';
END;

CREATE TRIGGER waiting_after_reply AFTER INSERT ON reply WHEN new.action_id IS NOT NULL
BEGIN
  UPDATE reply SET waiting = (SELECT waits FROM v_reply_waits WHERE reply_id = reply.id)
  WHERE action_id = new.action_id AND contact_id = new.contact_id;
END;

CREATE TABLE script (
  id         INTEGER PRIMARY KEY,
  origin     INTEGER,
  name       TEXT    NOT NULL CHECK (name <> ''),
  -- In the script language, with variables such as ##{{first_name}}.
  body       TEXT    NOT NULL CHECK (body <> ''),
  created_by INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX script_origin ON script (origin) WHERE origin IS NOT NULL;

CREATE TABLE session (
  id         INTEGER PRIMARY KEY,
  token_hash BLOB    NOT NULL UNIQUE,
  user_id    INTEGER NOT NULL REFERENCES user (id),
  opened_at  INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;

CREATE TABLE store (
  one           INTEGER PRIMARY KEY CHECK (one = 1),
  store_id      TEXT    NOT NULL,
  -- Practice or live, decided when the file is made and never again.
  mode          TEXT    NOT NULL CHECK (mode IN ('practice', 'live')),
  -- Which desktop of a shared campaign this is; a store on its own is 0.
  device        INTEGER NOT NULL DEFAULT 0 CHECK (device >= 0),
  -- Also written beside the file: a restored or copied file is told by the difference.
  incarnation   TEXT    NOT NULL,
  -- Raised by each engine that opens the store, and once more when it leaves in order, so that a copy made while it was
  -- open is behind. An engine that finds another number here has been succeeded and stops.
  epoch         INTEGER NOT NULL,
  -- 0 while an engine has the file open; 0 at the start means the last one did not end in order.
  ended_cleanly INTEGER NOT NULL CHECK (ended_cleanly IN (0, 1)),
  -- 'restored' or 'copied' from the moment that was noticed until the carrier's messages have been matched.
  unmatched          TEXT CHECK (unmatched IN ('restored', 'copied')),
  -- From when on the carrier may know of texts that this file does not.
  unmatched_since_at INTEGER,
  created_at    INTEGER NOT NULL,
  CHECK ((unmatched IS NULL) = (unmatched_since_at IS NULL))
) STRICT;

CREATE TRIGGER store_identity_is_for_ever BEFORE UPDATE OF store_id, mode ON store
BEGIN SELECT raise(ABORT, 'the id and the mode of a store never change'); END;

CREATE TRIGGER store_row_stays BEFORE DELETE ON store
BEGIN SELECT raise(ABORT, 'the row that says what this file is stays'); END;

CREATE TABLE sweep (
  account_id  TEXT    PRIMARY KEY,
  -- Everything the carrier had before this, by its clock, has been read completely.
  read_to_at  INTEGER NOT NULL,
  -- When it came to be so, by our clock.
  swept_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
  id         INTEGER PRIMARY KEY,
  -- device * 2^36 + id of the desktop that made the row; null when this one did.
  origin     INTEGER UNIQUE,
  first_name TEXT    NOT NULL CHECK (first_name <> ''),
  last_name  TEXT    NOT NULL,
  role       TEXT    NOT NULL CHECK (role IN ('texter', 'lead', 'admin', 'owner')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE VIEW v_contact_value AS
SELECT contact_id, slug, value FROM contact_value JOIN field ON field.id = field_id;

CREATE VIEW v_conversation AS
SELECT reply.id AS last_reply_id, reply.action_id, reply.contact_id, reply.body AS last_reply,
  reply.received_at AS last_reply_at, reply.waiting, assignment.user_id, contact.first_name, contact.last_name
FROM reply
JOIN assignment ON assignment.action_id = reply.action_id AND assignment.contact_id = reply.contact_id
  AND assignment.state = 'texted'
JOIN contact ON contact.id = reply.contact_id
WHERE reply.action_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM reply AS later
  WHERE later.action_id = reply.action_id AND later.contact_id = reply.contact_id
    AND (later.received_at, later.id) > (reply.received_at, reply.id)
);

CREATE VIEW v_conversation_message AS
SELECT id AS message_id, action_id, contact_id, user_id, body AS text, state, status, error_code,
  coalesce(handed_over_at, queued_at) AS at
FROM message;

CREATE VIEW v_conversation_reply AS
SELECT id AS reply_id, action_id, contact_id, message_id, body AS text, received_at, opted_out FROM reply;

CREATE VIEW v_draft AS
SELECT draft.id AS draft_id, draft.user_id, draft.action_id, draft.contact_id, draft.body AS text, draft.script_id,
  draft.replaced, draft.saved_at, assignment.state AS assignment_state, assignment.user_id AS holder_id
FROM draft
JOIN assignment ON assignment.action_id = draft.action_id AND assignment.contact_id = draft.contact_id;

CREATE VIEW v_reply_waits AS
SELECT reply.id AS reply_id,
  NOT EXISTS (
    SELECT 1 FROM contact JOIN opt_out ON opt_out.phone = contact.phone WHERE contact.id = reply.contact_id
  ) AND NOT EXISTS (
    SELECT 1 FROM message AS answer
    WHERE answer.contact_id = reply.contact_id AND answer.action_id = reply.action_id AND answer.kind = 'follow-up'
      AND answer.state NOT IN ('refused', 'blocked', 'cancelled')
      AND answer.queued_at >= (
        SELECT max(heard.stored_at) FROM reply AS heard
        WHERE heard.action_id = reply.action_id AND heard.contact_id = reply.contact_id
      )
  ) AS waits
FROM reply;

CREATE VIEW v_result_action AS SELECT id AS action_id, name, state FROM action;

CREATE VIEW v_result_assignment AS
SELECT action.id AS action_id, contact_id, user_id, assignment.state, reason
FROM action JOIN assignment ON assignment.action_id = action.id
WHERE action.state NOT IN ('draft', 'publishing');

CREATE VIEW v_result_campaign AS SELECT name, time_zone FROM campaign;

CREATE VIEW v_result_contact AS SELECT id AS contact_id, phone, first_name, last_name, email, zip, state FROM contact;

CREATE VIEW v_result_contact_value AS SELECT contact_id, field_id, value FROM contact_value;

CREATE VIEW v_result_field AS SELECT id AS field_id, title FROM field;

CREATE VIEW v_result_message AS
SELECT id AS message_id, action_id, contact_id, user_id, kind, script_id, number_id, phone, body AS text, segments, queued_at,
  state, reason, attempts, handed_over_at, status,
  -- The carrier's code, whether it refused the text or failed it later.
  coalesce(error_code, refusal_code) AS code,
  -- When it left, or when it was decided if it has not.
  coalesce(handed_over_at, queued_at) AS at
FROM message;

CREATE VIEW v_result_number AS SELECT id AS number_id, phone FROM number;

CREATE VIEW v_result_opt_out AS SELECT phone, source FROM opt_out;

CREATE VIEW v_result_reply AS
SELECT id AS reply_id, action_id, contact_id, message_id, number_id, phone, body AS text, received_at, stored_at
FROM reply;

CREATE VIEW v_result_script AS SELECT id AS script_id, name FROM script;

CREATE VIEW v_result_user AS SELECT id AS user_id, trim(first_name || ' ' || last_name) AS name FROM user;

CREATE VIEW v_unread AS
SELECT action_id, contact_id, user_id, last_reply_at, last_reply_id, unread_to FROM assignment WHERE unread_to IS NOT NULL;

CREATE TABLE zone_set (
  id    INTEGER PRIMARY KEY,
  -- JSON array of IANA names, sorted, each once. Empty: nothing is known, and the campaign's own zone counts.
  zones TEXT    NOT NULL UNIQUE CHECK (json_valid(zones))
) STRICT;
