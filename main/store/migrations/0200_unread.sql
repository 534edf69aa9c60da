-- What each person has read of each conversation. A mark only goes forward: of two marks of one person, made on two
-- desktops, the one that is further holds. To read changes nothing for anybody else, so it is not journalled.
CREATE TABLE read_mark (
  user_id       INTEGER NOT NULL,
  action_id     INTEGER NOT NULL,
  contact_id    INTEGER NOT NULL,
  -- The newest reply that they have seen there, in the order in which replies came to be known.
  reply_id      INTEGER NOT NULL,
  -- Where the conversation stood in the list then, which goes by its last reply: when that was received, and which it was.
  last_reply_at INTEGER NOT NULL,
  last_reply_id INTEGER NOT NULL,
  PRIMARY KEY (user_id, action_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX read_mark_listed ON read_mark (user_id, last_reply_at, last_reply_id, reply_id);

-- Of a contact who has replied in the action: when their last reply was received, and which it is; else null. Late replies
-- are stored after newer ones, so it need not be the one that came to be known last.
ALTER TABLE assignment ADD COLUMN last_reply_at INTEGER;
ALTER TABLE assignment ADD COLUMN last_reply_id INTEGER;
-- Their reply that came to be known last: whoever has not seen it has the conversation unread. Null where nobody has: there
-- is no reply, the contact has opted out, or nothing was heard since it came to count as read by everybody. All three are
-- derived, and kept by the triggers below.
ALTER TABLE assignment ADD COLUMN unread_to INTEGER;

-- What nobody had to answer when this came to be kept counts as read by everybody.
UPDATE assignment SET (last_reply_at, last_reply_id, unread_to) = (
  SELECT received_at, id, CASE WHEN waiting = 1 THEN (
    SELECT max(id) FROM reply AS heard
    WHERE heard.action_id = assignment.action_id AND heard.contact_id = assignment.contact_id
  ) END
  FROM reply WHERE reply.action_id = assignment.action_id AND reply.contact_id = assignment.contact_id
  ORDER BY received_at DESC, id DESC LIMIT 1
) WHERE state = 'texted' AND (action_id, contact_id) IN (SELECT action_id, contact_id FROM reply);

-- What is unread is what these have and `read_mark_listed` has not. Both are in the order of the list and walked side by
-- side, so that conversations that were read cost no look at them, however many there are.
CREATE INDEX assignment_unread ON assignment (last_reply_at, last_reply_id, unread_to) WHERE unread_to IS NOT NULL;
CREATE INDEX assignment_unread_own ON assignment (user_id, last_reply_at, last_reply_id, unread_to)
  WHERE unread_to IS NOT NULL;

CREATE TRIGGER unread_after_reply AFTER INSERT ON reply WHEN new.action_id IS NOT NULL
BEGIN
  UPDATE assignment SET (last_reply_at, last_reply_id) = (
    SELECT received_at, id FROM reply WHERE action_id = new.action_id AND contact_id = new.contact_id
    ORDER BY received_at DESC, id DESC LIMIT 1
  ), unread_to = CASE WHEN NOT EXISTS (
    SELECT 1 FROM contact JOIN opt_out ON opt_out.phone = contact.phone WHERE contact.id = new.contact_id
  ) THEN new.id END
  WHERE action_id = new.action_id AND contact_id = new.contact_id AND state = 'texted';
END;
CREATE TRIGGER unread_after_opt_out AFTER INSERT ON opt_out
BEGIN
  UPDATE assignment SET unread_to = NULL WHERE (action_id, contact_id) IN (
    SELECT action_id, contact_id FROM reply WHERE contact_id = (SELECT id FROM contact WHERE phone = new.phone)
  );
END;

-- Conversations that are unread for whoever has not seen what was heard last, with where they stand in the list.
CREATE VIEW v_unread AS
SELECT action_id, contact_id, user_id, last_reply_at, last_reply_id, unread_to FROM assignment WHERE unread_to IS NOT NULL;
