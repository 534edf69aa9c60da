-- One text bank.
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
CREATE UNIQUE INDEX action_origin ON action (origin) WHERE origin IS NOT NULL;
-- What texters are shown, newest first, however many actions have ended.
CREATE INDEX action_open ON action (id) WHERE state IN ('published', 'paused');

-- Which scripts an action uses, in the order in which its author put them.
CREATE TABLE action_script (
  action_id INTEGER NOT NULL REFERENCES action (id),
  kind      TEXT    NOT NULL CHECK (kind IN ('initial', 'response')),
  position  INTEGER NOT NULL,
  script_id INTEGER NOT NULL REFERENCES script (id),
  PRIMARY KEY (action_id, kind, position),
  UNIQUE (action_id, kind, script_id)
) STRICT, WITHOUT ROWID;
