-- The sending numbers that the carrier account has, or had.
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

-- What holds for the account as a whole.
CREATE TABLE carrier_account (
  account_id          TEXT PRIMARY KEY,
  -- All numbers together; null when only the numbers' own rates hold.
  segments_per_second REAL CHECK (segments_per_second > 0)
) STRICT, WITHOUT ROWID;
