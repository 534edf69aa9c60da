-- Generated from migrations/ by "npm run schema". Not edited by hand.

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
) STRICT;

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

CREATE TABLE migration (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;

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

CREATE TABLE user (
  id         INTEGER PRIMARY KEY,
  -- device * 2^36 + id of the desktop that made the row; null when this one did.
  origin     INTEGER UNIQUE,
  first_name TEXT    NOT NULL CHECK (first_name <> ''),
  last_name  TEXT    NOT NULL,
  role       TEXT    NOT NULL CHECK (role IN ('texter', 'lead', 'admin', 'owner')),
  created_at INTEGER NOT NULL
) STRICT;
