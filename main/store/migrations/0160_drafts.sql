-- Words that somebody has begun to write to a contact in an action and has not sent: a first text that is being changed, or
-- an answer. A draft is no text: nothing that sends reads this table, and nothing of it is journalled.
CREATE TABLE draft (
  id         INTEGER PRIMARY KEY,
  action_id  INTEGER NOT NULL,
  contact_id INTEGER NOT NULL,
  -- Who wrote it. Each person has one draft in a conversation.
  user_id    INTEGER NOT NULL,
  body       TEXT    NOT NULL CHECK (body <> ''),
  -- The response script that the words began as; null for own words.
  script_id  INTEGER,
  -- Own words that the script took the place of, so that they can be had back; null where there were none.
  replaced   TEXT,
  saved_at   INTEGER NOT NULL
) STRICT;
-- Also the way from a conversation to what somebody before has begun to write in it.
CREATE UNIQUE INDEX draft_conversation ON draft (action_id, contact_id, user_id);
CREATE INDEX draft_user ON draft (user_id, id);
CREATE INDEX draft_contact ON draft (contact_id);

-- A text that was sent is no draft any more, and nobody writes to who has opted out: in the transaction of either, however
-- it came about. Whatever anybody had begun before the first text was one, and is not to be sent as an answer to it.
CREATE TRIGGER draft_after_message AFTER INSERT ON message
BEGIN
  DELETE FROM draft WHERE action_id = new.action_id AND contact_id = new.contact_id
    AND (user_id = new.user_id OR new.kind = 'initial');
END;
CREATE TRIGGER draft_after_opt_out AFTER INSERT ON opt_out
BEGIN
  DELETE FROM draft WHERE contact_id = (SELECT id FROM contact WHERE phone = new.phone);
END;

-- Drafts with who has the conversation now.
CREATE VIEW v_draft AS
SELECT draft.id AS draft_id, draft.user_id, draft.action_id, draft.contact_id, draft.body AS text, draft.script_id,
  draft.replaced, draft.saved_at, assignment.state AS assignment_state, assignment.user_id AS holder_id
FROM draft
JOIN assignment ON assignment.action_id = draft.action_id AND assignment.contact_id = draft.contact_id;
