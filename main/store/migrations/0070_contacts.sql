-- The few distinct sets of time zones that contacts may be in. Texting hours must hold in all zones of a set.
CREATE TABLE zone_set (
  id    INTEGER PRIMARY KEY,
  -- JSON array of IANA names, sorted, each once. Empty: nothing is known, and the campaign's own zone counts.
  zones TEXT    NOT NULL UNIQUE CHECK (json_valid(zones))
) STRICT;
INSERT INTO zone_set (id, zones) VALUES (1, '[]');

-- A person with one phone number. Two rows of a list with one number are one contact.
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

-- What a contact's custom fields hold.
CREATE TABLE contact_value (
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  field_id   INTEGER NOT NULL REFERENCES field (id),
  value      TEXT    NOT NULL,
  PRIMARY KEY (contact_id, field_id)
) STRICT, WITHOUT ROWID;

-- The same under the names that scripts know. The room of settings owns fields; this is all that contacts see of them.
CREATE VIEW v_contact_value AS
SELECT contact_id, slug, value FROM contact_value JOIN field ON field.id = field_id;

-- What is known of a phone besides who has it. A phone without a row has never been texted and never wrote.
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

-- Phones that this campaign never texts again. Rows are only ever added.
CREATE TABLE opt_out (
  phone    TEXT    PRIMARY KEY,
  at       INTEGER NOT NULL,
  -- What said so: the contact's own words, a texter by hand, the carrier (21610), or a list of opt-outs.
  source   TEXT    NOT NULL CHECK (source IN ('words', 'texter', 'carrier', 'list')),
  -- The person who did it by hand; null otherwise.
  user_id  INTEGER
) STRICT, WITHOUT ROWID;
CREATE TRIGGER opt_out_rows_stay_as_they_are BEFORE UPDATE ON opt_out
BEGIN SELECT raise(ABORT, 'an opt-out is never changed'); END;
CREATE TRIGGER opt_out_rows_stay BEFORE DELETE ON opt_out
BEGIN SELECT raise(ABORT, 'an opt-out is never taken back'); END;

-- A named set of contacts.
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

-- One reading of one file into one list.
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

-- Rows that could not be used, each with its reason, so that they can be mended and imported again.
CREATE TABLE import_left_out (
  import_id INTEGER NOT NULL REFERENCES import (id),
  -- Counted from 1 with the header, as a spreadsheet shows it.
  line      INTEGER NOT NULL,
  reason    TEXT    NOT NULL,
  -- JSON array of the row's cells, as they were.
  cells     TEXT    NOT NULL,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

-- The header of the file that an import read, so that what was left out can be written out under it.
CREATE TABLE import_header (
  import_id INTEGER PRIMARY KEY REFERENCES import (id),
  -- JSON array.
  cells     TEXT    NOT NULL
) STRICT;
