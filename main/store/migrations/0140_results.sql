-- What results may see of other rooms, and their only door to them: a room that changes its tables keeps these views. The
-- prefix leaves the plain names to the rooms themselves.
CREATE VIEW v_result_campaign AS SELECT name, time_zone FROM campaign;
CREATE VIEW v_result_field AS SELECT id AS field_id, title FROM field;
CREATE VIEW v_result_user AS SELECT id AS user_id, trim(first_name || ' ' || last_name) AS name FROM user;
CREATE VIEW v_result_script AS SELECT id AS script_id, name FROM script;
CREATE VIEW v_result_number AS SELECT id AS number_id, phone FROM number;
CREATE VIEW v_result_contact AS SELECT id AS contact_id, phone, first_name, last_name, email, zip, state FROM contact;
CREATE VIEW v_result_contact_value AS SELECT contact_id, field_id, value FROM contact_value;
CREATE VIEW v_result_opt_out AS SELECT phone, source FROM opt_out;
CREATE VIEW v_result_action AS SELECT id AS action_id, name, state FROM action;

-- The contacts of an action, once all of them are laid out: before that it has none.
CREATE VIEW v_result_assignment AS
SELECT action.id AS action_id, contact_id, user_id, assignment.state, reason
FROM action JOIN assignment ON assignment.action_id = action.id
WHERE action.state NOT IN ('draft', 'publishing');

CREATE VIEW v_result_message AS
SELECT id AS message_id, action_id, contact_id, user_id, kind, script_id, number_id, phone, body AS text, segments, queued_at,
  state, reason, attempts, handed_over_at, status,
  -- The carrier's code, whether it refused the text or failed it later.
  coalesce(error_code, refusal_code) AS code,
  -- When it left, or when it was decided if it has not.
  coalesce(handed_over_at, queued_at) AS at
FROM message;

CREATE VIEW v_result_reply AS
SELECT id AS reply_id, action_id, contact_id, message_id, number_id, phone, body AS text, received_at, stored_at
FROM reply;
