-- What is written beforehand. Which action uses a script, and for what, is the action's to say.
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
