import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIntegrity, openDatabase, question, StoreRefusal } from '../../main/store/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore } from '../support/stores.ts';

describe('the read worker', () => {
  it('answers from what has been committed, while writing goes on', async () => {
    const store = await openTestStore();
    const asked = checkIntegrity(store);
    store.write((tx) => tx.run(`INSERT INTO campaign (one, name, founded_at) VALUES (1, 'Riverside', 0)`));
    expect(await asked).toEqual({ sound: true, faults: [] });
  });

  it('says so when it is asked what it does not know, and answers the next question', async () => {
    const store = await openTestStore();
    const unknown = question('store/no-such-question', () => 0);
    await expect(store.read(unknown, null)).rejects.toThrow('no question is named store/no-such-question');
    expect(await checkIntegrity(store)).toEqual({ sound: true, faults: [] });
  });

  it('fails what it was asked when the store closes', async () => {
    const store = await openTestStore();
    const asked = expect(checkIntegrity(store)).rejects.toThrow('the store is closing');
    await store.close();
    await asked;
  });
});

describe('a file with a damaged page', () => {
  it('is noticed by the check, and nothing is written to it any more', async () => {
    const folder = temporaryFolder();
    const first = await openTestStore({ folder });
    const addPeople = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO user (first_name, last_name, role, created_at) SELECT 'Ana', 'Invented ' || i, 'texter', i FROM n`;
    first.write((tx) => tx.run(addPeople));
    await first.close();
    const path = join(folder, 'fieldline.db');
    const bytes = readFileSync(path);
    bytes.fill(0xa5, bytes.length - 20_000, bytes.length - 12_000);
    writeFileSync(path, bytes);

    const store = await openTestStore({ folder });
    const reasons: unknown[] = [];
    store.onWritable((reason) => reasons.push(reason?.code));
    const found = await checkIntegrity(store);
    expect(found.sound).toBe(false);
    expect(found.faults.length).toBeGreaterThan(0);
    expect(reasons).toEqual(['store/damaged']);
    expect(() => store.write(() => {})).toThrow(StoreRefusal);
  });
});

describe('a connection for reading', () => {
  it('cannot write', async () => {
    const folder = temporaryFolder();
    await (await openTestStore({ folder })).close();
    const reader = openDatabase(join(folder, 'fieldline.db'), { durability: 'full', readonly: true });
    expect(() => reader.exec(`DELETE FROM user`)).toThrow('readonly');
    reader.close();
  });
});
