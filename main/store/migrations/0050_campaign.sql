-- The organisation's space. One row, made when the campaign is founded; an unfounded store has none.
CREATE TABLE campaign (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  name       TEXT    NOT NULL CHECK (name <> ''),
  founded_at INTEGER NOT NULL
) STRICT;
