import type { Store } from '../../../main/store/index.ts';

/**
 * Fills a new store as after a long campaign: a million contacts laid out in one action, a million journal rows and
 * intents, and a full desk for the texter, who is user 1. Phones have a country code that nobody has.
 */
export function fillBigStore(store: Store, { rows, onDesk }: { readonly rows: number; readonly onDesk: number }): void {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})`;
  const steps = [
    `INSERT INTO zone_set (id, zones) VALUES (2, '["America/New_York"]')`,
    `INSERT INTO list (id, name, state, created_by, created_at) VALUES (1, 'Everybody', 'ready', 1, 0)`,
    `INSERT INTO script (id, name, body, created_by, created_at, changed_at)
     VALUES (1, 'Hello', 'Hi ##{{first_name}}, this is ##{{user.first_name}}.', 1, 0, 0)`,
    `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (1, 'Rent', 1, 'published', 1, 0)`,
    `INSERT INTO action_script (action_id, kind, position, script_id) VALUES (1, 'initial', 0, 1)`,
    `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, added_at)
     VALUES (1, '+12025550199', 'AC', 'PN', '', 1, 0)`,
    `INSERT INTO batch (id, action_id, user_id, size, claimed_at) VALUES (1, 1, 1, ${onDesk}, 0)`,
    `${numbers} INSERT INTO contact (id, phone, first_name, zone_set_id, created_at)
     SELECT i, '+999' || printf('%09d', i), 'Contact ' || i, 2, 0 FROM n`,
    `${numbers} INSERT INTO list_member (list_id, contact_id) SELECT 1, i FROM n`,
    `${numbers} INSERT INTO assignment (id, action_id, contact_id, zone_set_id, state, batch_id, user_id)
     SELECT i, 1, i, 2, iif(i <= ${onDesk}, 'claimed', 'unassigned'), iif(i <= ${onDesk}, 1, NULL),
       iif(i <= ${onDesk}, 1, NULL) FROM n`,
    `${numbers} INSERT INTO journal (event_id, device, n, at, user_id, kind, payload)
     SELECT unhex(printf('%032x', i)), 0, i + 1000, i, 1, 'outbox/sending', '{"attempt":1}' FROM n`,
    `${numbers} INSERT INTO intent (intent_id, call, user_id, input_hash, answer, at)
     SELECT unhex(printf('%032x', i)), 'outbox/send-initial', 1, zeroblob(16), '{}', i FROM n`,
  ];
  for (const step of steps) store.write((tx) => tx.run(step));
}
