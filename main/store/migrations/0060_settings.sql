-- What an admin decides for the whole campaign.
ALTER TABLE campaign ADD COLUMN description TEXT NOT NULL DEFAULT '';
-- Six digits that volunteers type to join.
ALTER TABLE campaign ADD COLUMN join_code TEXT NOT NULL DEFAULT '';
-- An IANA name: the clock of contacts whose own zone is not known.
ALTER TABLE campaign ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'America/New_York';
-- Texting hours, in minutes after midnight where the contact lives; the end is the first minute without texting.
ALTER TABLE campaign ADD COLUMN start_minute INTEGER NOT NULL DEFAULT 540;
ALTER TABLE campaign ADD COLUMN end_minute INTEGER NOT NULL DEFAULT 1260;
-- How many contacts a texter claims at a time.
ALTER TABLE campaign ADD COLUMN bucket_size INTEGER NOT NULL DEFAULT 100 CHECK (bucket_size IN (10, 25, 100, 200));
-- No contact gets a second first text within this time; 0 switches the lock off.
ALTER TABLE campaign ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 360 CHECK (lock_minutes >= 0);
-- What stands in a script where a name is missing; empty leaves the place out.
ALTER TABLE campaign ADD COLUMN contact_fallback TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN texter_fallback TEXT NOT NULL DEFAULT '';

UPDATE campaign SET join_code = printf('%06d', abs(random() % 1000000));

-- What a campaign knows of its contacts beyond names: each is a variable in scripts.
CREATE TABLE field (
  id         INTEGER PRIMARY KEY,
  origin     INTEGER,
  -- As written in scripts and in the headers of lists; its case counts.
  slug       TEXT    NOT NULL UNIQUE CHECK (slug <> ''),
  title      TEXT    NOT NULL CHECK (title <> ''),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX field_origin ON field (origin) WHERE origin IS NOT NULL;
