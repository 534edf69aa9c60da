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
  -- By the carrier's clock.
  received_at INTEGER NOT NULL,
  stored_at   INTEGER NOT NULL,
  -- Whether these words opted the phone out.
  opted_out   INTEGER NOT NULL CHECK (opted_out IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX reply_origin ON reply (origin) WHERE origin IS NOT NULL;
CREATE INDEX reply_conversation ON reply (action_id, contact_id, id);
CREATE INDEX reply_contact ON reply (contact_id, id);

-- How far the account has been read. One row for each account.
CREATE TABLE sweep (
  account_id  TEXT    PRIMARY KEY,
  -- Everything the carrier had before this, by its clock, has been read completely.
  read_to_at  INTEGER NOT NULL,
  swept_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
