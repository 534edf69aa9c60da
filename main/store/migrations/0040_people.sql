CREATE TABLE user (
  id         INTEGER PRIMARY KEY,
  -- device * 2^36 + id of the desktop that made the row; null when this one did.
  origin     INTEGER UNIQUE,
  first_name TEXT    NOT NULL CHECK (first_name <> ''),
  last_name  TEXT    NOT NULL,
  role       TEXT    NOT NULL CHECK (role IN ('texter', 'lead', 'admin', 'owner')),
  created_at INTEGER NOT NULL
) STRICT;

-- Who is signed in. The token itself is known only to the client; the store keeps its SHA-256.
CREATE TABLE session (
  id         INTEGER PRIMARY KEY,
  token_hash BLOB    NOT NULL UNIQUE,
  user_id    INTEGER NOT NULL REFERENCES user (id),
  opened_at  INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;
