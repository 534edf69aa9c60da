-- Who did what, when: the audit trail, and later what a shared campaign publishes. Rows are only ever added.
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

CREATE TRIGGER journal_rows_stay_as_they_are BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_rows_stay BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;

-- The members of bulk work, with the values they had before it.
CREATE TABLE bulk_item (
  bulk_id   INTEGER NOT NULL,
  entity_id INTEGER NOT NULL,
  -- JSON of what the work replaced; null when it added the row.
  before    TEXT,
  PRIMARY KEY (bulk_id, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER bulk_item_rows_stay_as_they_are BEFORE UPDATE ON bulk_item
BEGIN SELECT raise(ABORT, 'bulk items are only added'); END;
