import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../main/store/index.ts';
import { applyMigrations, readMigrations } from '../../main/store/migrate.ts';
import { temporaryFolder } from '../support/folders.ts';

const migrations = readMigrations();
const earlier = migrations.filter(({ number }) => number < 200);

/** Contacts 1 to 5 were texted. 1 waits, 2 was answered, 3 has opted out, 4 waits with a late reply, 5 is silent. */
const before = `
  INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ana', '', 'texter', 0);
  INSERT INTO list (id, name, state, created_by, created_at) VALUES (1, 'Tenants', 'ready', 1, 0);
  INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (1, 'Rent', 1, 'published', 1, 0);
  INSERT INTO number (phone, account_id, carrier_id, label, can_text, added_at) VALUES ('+12025550199', 'AC', 'PN', '', 1, 0);
  INSERT INTO contact (id, phone, zone_set_id, created_at) SELECT value, '+1202555010' || value, 1, 0 FROM json_each('[1,2,3,4,5]');
  INSERT INTO assignment (action_id, contact_id, zone_set_id, state, user_id) SELECT 1, id, 1, 'texted', 1 FROM contact;
  INSERT INTO reply (id, carrier_id, phone, number_id, contact_id, action_id, body, media_count, received_at, stored_at, opted_out)
  SELECT r.value ->> 0, 'SM' || (r.value ->> 0), '+1202555010' || (r.value ->> 1), 1, r.value ->> 1, 1, 'Hello?', 0, r.value ->> 2, 10, 0
  FROM json_each('[[1,1,5],[2,2,6],[3,3,7],[4,4,9],[5,4,8]]') AS r;
  INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments, queued_at)
  VALUES ('follow-up', 1, 2, 1, 1, '+12025550102', 1, 'Hi', 1, 20);
  INSERT INTO opt_out (phone, at, source) VALUES ('+12025550103', 20, 'words');
`;

it('counts what was there before as read, unless it needs an answer, and what is heard afterwards as unread', () => {
  const path = join(temporaryFolder(), 'fieldline.db');
  const database = openDatabase(path, { durability: 'full' });
  applyMigrations(database, path, earlier, 0);
  database.exec(before);
  applyMigrations(database, path, migrations.slice(earlier.length), 0);
  const unread = database
    .prepare('SELECT contact_id, last_reply_id, unread_to FROM v_unread ORDER BY contact_id')
    .raw();
  expect(unread.all()).toEqual([
    [1, 1, 1],
    [4, 4, 5],
  ]);
  const placed = database
    .prepare('SELECT contact_id, last_reply_at FROM assignment WHERE last_reply_id IS NOT NULL')
    .raw();
  expect(placed.all()).toEqual([
    [1, 5],
    [2, 6],
    [3, 7],
    [4, 9],
  ]);
  database.exec(`INSERT INTO reply (carrier_id, phone, number_id, contact_id, action_id, body, media_count, received_at, stored_at, opted_out)
    SELECT 'SMnew' || id, phone, 1, id, 1, 'Again', 0, 30, 30, 0 FROM contact WHERE id IN (2, 3)`);
  expect(unread.all()).toEqual([
    [1, 1, 1],
    [2, 6, 6],
    [4, 4, 5],
  ]);
  database.close();
});
