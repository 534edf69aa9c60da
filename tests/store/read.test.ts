import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../main/clock/index.ts';
import {
  checkIntegrity,
  integrityCheck,
  type OpenStoreOptions,
  openDatabase,
  question,
  type Store,
  StoreRefusal,
} from '../../main/store/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore } from '../support/stores.ts';

const never = new AbortController().signal;
const addPeople = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
  INSERT INTO user (first_name, last_name, role, created_at) SELECT 'Ana', 'Invented ' || i, 'texter', i FROM n`;

/** A store with 5,000 people whose pages are nonsense, though its schema is sound. */
async function openDamaged(changes: Partial<OpenStoreOptions> = {}): Promise<Store> {
  const folder = changes.folder ?? temporaryFolder();
  const first = await openTestStore({ folder });
  first.write((tx) => tx.run(addPeople));
  await first.close();
  const path = join(folder, 'fieldline.db');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length - 60_000, bytes.length - 12_000);
  writeFileSync(path, bytes);
  return openTestStore({ ...changes, folder });
}

const countNames = question('people/count-names', (reader, _input: null) =>
  reader.get('SELECT count(DISTINCT last_name) AS n FROM user'),
);
const countLong = question('store/count-long', (reader, limit: number) =>
  reader.get(
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ?) SELECT count(*) AS n FROM n',
    limit,
  ),
);

/** A read worker that knows these questions, too, and leaves a file beside itself when it begins the long one. */
function workerWithMore(): { readonly readWorker: string; readonly begun: string } {
  const readWorker = join(temporaryFolder(), 'read-worker.mjs');
  const begun = `${readWorker}.begun`;
  const imported = new URL('../../main/store/index.ts', import.meta.url).href;
  writeFileSync(
    readWorker,
    `import { writeFileSync } from 'node:fs';
    import { answerQuestions, question, storeQuestions } from '${imported}';
    const count = ${countLong.answer};
    const countLong = (reader, limit) => { writeFileSync('${begun}', ''); return count(reader, limit); };
    answerQuestions([...storeQuestions,
      question('${countNames.name}', ${countNames.answer}), question('${countLong.name}', countLong)]);`,
  );
  return { readWorker, begun };
}

describe('the read worker', () => {
  it('answers from what has been committed, while writing goes on', async () => {
    const store = await openTestStore();
    const asked = checkIntegrity(store, never);
    store.write((tx) => tx.run(`INSERT INTO campaign (one, name, founded_at) VALUES (1, 'Riverside', 0)`));
    expect(await asked).toEqual({ sound: true, faults: [] });
  });

  it('says so when it is asked what it does not know, and answers the next question', async () => {
    const store = await openTestStore();
    const unknown = question('store/no-such-question', () => 0);
    await expect(store.read(unknown, null)).rejects.toThrow('no question is named store/no-such-question');
    expect(await checkIntegrity(store, never)).toEqual({ sound: true, faults: [] });
  });

  it('fails what it was asked when the store closes, and what it is asked later', async () => {
    const store = await openTestStore();
    const asked = expect(store.read(integrityCheck, null)).rejects.toThrow('the store is closing');
    await store.close();
    await asked;
    await expect(store.read(integrityCheck, null)).rejects.toThrow('the store is closing');
  });

  it('answers while a long question is in a worker of its own', async () => {
    const store = await openTestStore(workerWithMore());
    const stop = new AbortController();
    let isAnswered = false;
    const long = store.readAlone(countLong, 20_000_000, stop.signal).finally(() => {
      isAnswered = true;
    });
    expect(await store.read(countLong, 10)).toEqual({ n: 10 });
    expect(isAnswered).toBe(false);
    stop.abort(new Error('no longer wanted'));
    await expect(long).rejects.toThrow('no longer wanted');
  });

  it('keeps nobody from closing the store in order while it is in a long statement', async () => {
    const folder = temporaryFolder();
    const { readWorker, begun } = workerWithMore();
    const options = { folder, readWorker, clock: systemClock() };
    const store = await openTestStore(options);
    const long = store.read(countLong, 40_000_000).catch((thrown: Error) => thrown.message);
    await vi.waitFor(() => expect(existsSync(begun)).toBe(true), { timeout: 30_000 });
    await store.close();
    // Whoever closes a store last takes its log away: the worker is still in its statement.
    expect(existsSync(join(folder, 'fieldline.db-wal'))).toBe(true);
    expect(await long).toContain('the store is closing');
    const again = await openTestStore(options);
    expect(again.lastEndedCleanly).toBe(true);
    expect(again.incarnation()).toBe('same');
  });
});

describe('the check of a store', () => {
  it('ends when it is no longer wanted, and says nothing of the file', async () => {
    const store = await openTestStore();
    const stop = new AbortController();
    const checked = checkIntegrity(store, stop.signal);
    stop.abort(new Error('no longer wanted'));
    await expect(checked).rejects.toThrow('no longer wanted');
    expect(store.closedBecause()).toBeNull();
  });
});

describe('a file with a damaged page', () => {
  it('is noticed by the check, and nothing is written to it any more', async () => {
    const store = await openDamaged();
    const reasons: unknown[] = [];
    store.onWritable((reason) => reasons.push(reason?.code));
    const found = await checkIntegrity(store, never);
    expect(found.sound).toBe(false);
    expect(found.faults.length).toBeGreaterThan(0);
    expect(reasons).toEqual(['store/damaged']);
    expect(() => store.write(() => {})).toThrow(StoreRefusal);
  });

  it('is told as such to whoever meets it first, on the engine’s thread or in the read worker', async () => {
    const damaged = new StoreRefusal({ code: 'store/damaged', kind: 'setup' });
    const one = await openDamaged();
    expect(() => one.look((reader) => reader.all('SELECT * FROM user'))).toThrow(damaged);
    expect(one.closedBecause()?.code).toBe('store/damaged');
    const another = await openDamaged(workerWithMore());
    await expect(another.read(countNames, null)).rejects.toThrow(damaged);
    expect(another.closedBecause()?.code).toBe('store/damaged');
  });

  it('is closed without being called sound', async () => {
    const folder = temporaryFolder();
    const store = await openDamaged({ folder });
    await checkIntegrity(store, never);
    await store.close();
    expect((await openTestStore({ folder })).lastEndedCleanly).toBe(false);
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
