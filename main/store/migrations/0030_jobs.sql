-- Long work. A row that is still 'running' when an engine starts was cut off, and its kind says what to do then.
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
