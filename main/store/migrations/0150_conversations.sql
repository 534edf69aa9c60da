-- What conversations may see of the rooms below, and their only door to these tables: a room that changes them keeps the
-- views. A conversation is one contact in one action, once the first text to them was decided.

-- A texter's own conversations.
CREATE INDEX assignment_texted ON assignment (user_id, action_id, contact_id) WHERE state = 'texted';

-- The rule of what needs attention. Nobody has to answer who opted out, in whatever way. A follow-up that was refused,
-- blocked or cancelled answered nobody, and one that was decided before the newest reply was known here did not answer
-- that.
CREATE VIEW v_reply_waits AS
SELECT reply.id AS reply_id,
  NOT EXISTS (
    SELECT 1 FROM contact JOIN opt_out ON opt_out.phone = contact.phone WHERE contact.id = reply.contact_id
  ) AND NOT EXISTS (
    SELECT 1 FROM message AS answer
    WHERE answer.contact_id = reply.contact_id AND answer.action_id = reply.action_id AND answer.kind = 'follow-up'
      AND answer.state NOT IN ('refused', 'blocked', 'cancelled')
      AND answer.queued_at >= (
        SELECT max(heard.stored_at) FROM reply AS heard
        WHERE heard.action_id = reply.action_id AND heard.contact_id = reply.contact_id
      )
  ) AS waits
FROM reply;

-- Everything that the rule looks at, and that can change.
CREATE TRIGGER waiting_after_reply AFTER INSERT ON reply WHEN new.action_id IS NOT NULL
BEGIN
  UPDATE reply SET waiting = (SELECT waits FROM v_reply_waits WHERE reply_id = reply.id)
  WHERE action_id = new.action_id AND contact_id = new.contact_id;
END;
CREATE TRIGGER waiting_after_follow_up AFTER INSERT ON message WHEN new.kind = 'follow-up'
BEGIN
  UPDATE reply SET waiting = (SELECT waits FROM v_reply_waits WHERE reply_id = reply.id)
  WHERE action_id = new.action_id AND contact_id = new.contact_id;
END;
CREATE TRIGGER waiting_after_stop AFTER UPDATE OF state, queued_at ON message
WHEN new.kind = 'follow-up' AND (new.queued_at <> old.queued_at OR
  (new.state IN ('refused', 'blocked', 'cancelled')) <> (old.state IN ('refused', 'blocked', 'cancelled')))
BEGIN
  UPDATE reply SET waiting = (SELECT waits FROM v_reply_waits WHERE reply_id = reply.id)
  WHERE action_id = new.action_id AND contact_id = new.contact_id;
END;
CREATE TRIGGER waiting_after_opt_out AFTER INSERT ON opt_out
BEGIN
  UPDATE reply SET waiting = 0 WHERE contact_id = (SELECT id FROM contact WHERE phone = new.phone);
END;

-- Conversations with a reply, each by its last one.
CREATE VIEW v_conversation AS
SELECT reply.id AS last_reply_id, reply.action_id, reply.contact_id, reply.body AS last_reply,
  reply.received_at AS last_reply_at, reply.waiting, assignment.user_id, contact.first_name, contact.last_name
FROM reply
JOIN assignment ON assignment.action_id = reply.action_id AND assignment.contact_id = reply.contact_id
  AND assignment.state = 'texted'
JOIN contact ON contact.id = reply.contact_id
WHERE reply.action_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM reply AS later
  WHERE later.action_id = reply.action_id AND later.contact_id = reply.contact_id
    AND (later.received_at, later.id) > (reply.received_at, reply.id)
);

-- What a conversation's contact wrote.
CREATE VIEW v_conversation_reply AS
SELECT id AS reply_id, action_id, contact_id, message_id, body AS text, received_at, opted_out FROM reply;

-- What they were written. One that has not left stands where it was decided.
CREATE VIEW v_conversation_message AS
SELECT id AS message_id, action_id, contact_id, user_id, body AS text, state, status, error_code,
  coalesce(handed_over_at, queued_at) AS at
FROM message;
