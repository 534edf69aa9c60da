-- Null lets texters claim batches however many replies of theirs need an answer.
ALTER TABLE campaign ADD COLUMN most_unanswered INTEGER CHECK (most_unanswered >= 0);
-- 0 when texters may send nothing but written scripts.
ALTER TABLE campaign ADD COLUMN own_words INTEGER NOT NULL DEFAULT 1 CHECK (own_words IN (0, 1));
-- What the campaign writes on the button that begins texting; empty for the program's own words.
ALTER TABLE campaign ADD COLUMN start_words TEXT NOT NULL DEFAULT '';
