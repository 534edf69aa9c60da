-- Of a row that an import left out because its phone stands in an earlier row: that row, counted as `line` is. Null for
-- what was left out for another reason, and for what was left out before this was kept.
ALTER TABLE import_left_out ADD COLUMN earlier_line INTEGER;
