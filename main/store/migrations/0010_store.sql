-- What this file is. One row for the life of the store.
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

-- One row for each act that may happen only once, with the answer it was given, written in the act's own transaction.
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
