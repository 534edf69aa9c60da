import type { Store } from '../../main/store/index.ts';
import { testAccountId } from './scripted-carrier.ts';

export function phoneOf(contactId: number): string {
  return `+1202555${String(100 + contactId).padStart(4, '0')}`;
}

/** The rooms below the outbox as its tests want them: zone set 2 is New York, 3 Los Angeles; a number that is never slow. */
export function seedOutbox(store: Store): void {
  store.write((tx) => {
    tx.run(`INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ana', '', 'texter', 0)`);
    tx.run(`INSERT INTO campaign (one, name, founded_at) VALUES (1, 'Riverside Tenants', 0)`);
    tx.run(`INSERT INTO zone_set (id, zones) VALUES (2, '["America/New_York"]'), (3, '["America/Los_Angeles"]')`);
    tx.run(`INSERT INTO list (id, name, state, created_by, created_at) VALUES (1, 'Tenants', 'ready', 1, 0)`);
    tx.run(
      `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (1, 'Rent', 1, 'published', 1, 0)`,
    );
    tx.run(
      `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
       VALUES (1, '+12025550199', ?, ?, '', 1, 100, 0)`,
      testAccountId,
      `PN${'0'.repeat(32)}`,
    );
    tx.run(
      `INSERT INTO script (id, name, body, created_by, created_at, changed_at) VALUES (1, 'Hello', 'Hello', 1, 0, 0)`,
    );
    tx.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (1, 'initial', 0, 1)`);
    tx.run(`INSERT INTO batch (id, action_id, user_id, size, claimed_at) VALUES (1, 1, 1, 20, 0)`);
    for (let id = 1; id <= 20; id += 1) {
      tx.run(
        'INSERT INTO contact (id, phone, first_name, zone_set_id, created_at) VALUES (?, ?, ?, 2, 0)',
        id,
        phoneOf(id),
        `C${id}`,
      );
      tx.run('INSERT INTO list_member (list_id, contact_id) VALUES (1, ?)', id);
      tx.run(
        `INSERT INTO assignment (id, action_id, contact_id, zone_set_id, state, batch_id, user_id)
         VALUES (?, 1, ?, 2, 'claimed', 1, 1)`,
        id,
        id,
      );
    }
  });
}
