-- The contacts that one texter claimed at a time.
CREATE TABLE batch (
  id         INTEGER PRIMARY KEY,
  origin     INTEGER,
  action_id  INTEGER NOT NULL REFERENCES action (id),
  user_id    INTEGER NOT NULL REFERENCES user (id),
  size       INTEGER NOT NULL,
  claimed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX batch_origin ON batch (origin) WHERE origin IS NOT NULL;

-- Each contact of an action, and whose it is.
CREATE TABLE assignment (
  id          INTEGER PRIMARY KEY,
  origin      INTEGER,
  action_id   INTEGER NOT NULL,
  contact_id  INTEGER NOT NULL,
  -- As the contact had it when the action was published: claims pick by it. Sending judges by the contact itself.
  zone_set_id INTEGER NOT NULL,
  -- 'claimed': on a texter's desk. 'texted': the first text was decided. 'left-out': a safeguard said never.
  state       TEXT    NOT NULL DEFAULT 'unassigned'
              CHECK (state IN ('unassigned', 'claimed', 'texted', 'left-out')),
  -- The safeguard, when left out.
  reason      TEXT,
  batch_id    INTEGER,
  -- Whose conversation it is, from the claim on.
  user_id     INTEGER,
  CHECK ((state = 'unassigned') = (user_id IS NULL AND reason IS NULL)),
  CHECK ((state = 'left-out') = (reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX assignment_origin ON assignment (origin) WHERE origin IS NOT NULL;
CREATE UNIQUE INDEX assignment_contact ON assignment (action_id, contact_id);
CREATE INDEX assignment_free ON assignment (action_id, zone_set_id, id) WHERE state = 'unassigned';
CREATE INDEX assignment_desk ON assignment (user_id, action_id, id) WHERE state = 'claimed';
