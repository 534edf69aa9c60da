import { rmSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { findContactByPhone, findReadyList } from '../../../main/contacts/index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { csvOf, inventedPhone, peopleColumns, peopleCsv, peopleHeader, personRow } from '../../support/lists.ts';
import { openContacts } from './open-contacts.ts';

type Room = Awaited<ReturnType<typeof openContacts>>;

const manyRows = 60_000;

/** Everything that an import may change, as it is now. */
const contentOf = (room: Room) => ({
  contacts: room.rowsOf(
    'SELECT id, phone, first_name, last_name, email, zip, state, zone_set_id FROM contact ORDER BY id',
  ),
  values: room.rowsOf('SELECT * FROM contact_value ORDER BY contact_id, field_id'),
  lists: room.rowsOf('SELECT id, name, state FROM list'),
  members: room.rowsOf('SELECT * FROM list_member ORDER BY list_id, contact_id'),
  leftOut: room.count('import_left_out'),
});

/** A store with five contacts whose fields hold something, and a file that changes them and adds many more. */
async function openWithList(folder?: string) {
  const room = await openContacts(folder === undefined ? {} : { folder });
  const field = room.addField('color', 'Color');
  const columns = [...peopleColumns, `field:${field}` as const];
  const colored = (rows: string[][], color: string) => rows.map((row) => [...row, color]);
  const head = [[...peopleHeader, 'color']];
  const five = [0, 1, 2, 3, 4].map(personRow);
  await room.importFile(room.write('five.csv', csvOf([...head, ...colored(five, 'red')])), columns);
  const many = Array.from({ length: manyRows }, (_none, n) => ['New', ...personRow(n).slice(1)]);
  const path = room.write(
    'many.csv',
    csvOf([...head, ['Nobody', 'Eze', 'x', '', '', '', ''], ...colored(many, 'blue')]),
  );
  return { room, path, columns };
}

/** Waits until the running import has changed contacts and added some. */
const halfWay = (room: Room) =>
  vi.waitFor(() => expect(room.count('list_member')).toBeGreaterThan(6_000), { timeout: 30_000, interval: 1 });

describe('an import that is cancelled', () => {
  it('in the middle leaves everything as it was', async () => {
    const { room, path, columns } = await openWithList();
    const before = contentOf(room);
    const { jobId } = await room.startImport(path, columns);
    await halfWay(room);
    expect(room.count('bulk_item')).toBeGreaterThan(0);
    room.jobs.cancel(jobId, 7);
    expect(await room.ended(jobId)).toEqual({ state: 'cancelled', outcome: null });
    expect(contentOf(room)).toEqual(before);
    expect(room.rowsOf('SELECT state FROM import ORDER BY id')).toEqual([{ state: 'done' }, { state: 'cancelled' }]);
  });

  it('while it waits for its turn never begins, and the one before it goes on', async () => {
    const { room, path, columns } = await openWithList();
    const first = await room.startImport(path, columns);
    await halfWay(room);
    const second = await room.startImport(room.write('more.csv', peopleCsv(10, manyRows)));
    room.jobs.cancel(second.jobId, 7);
    expect(await room.ended(second.jobId)).toEqual({ state: 'cancelled', outcome: null });
    expect(room.jobs.find(first.jobId)?.state).toBe('running');
    expect(await room.ended(first.jobId)).toMatchObject({
      outcome: { added: manyRows - 5, updated: 5, leftOut: { 'bad-phone': 1 } },
    });
    expect(room.rowsOf('SELECT id FROM list')).toHaveLength(2);
  });

  it('before its first step is swept away by the next', async () => {
    const room = await openContacts();
    room.store.write((tx) => {
      tx.run(`INSERT INTO list (name, state, created_by, created_at) VALUES ('Never begun', 'importing', 7, 1)`);
      tx.run(`INSERT INTO import (list_id, user_id, file_name, state, after_contact_id, bulk_id, started_at)
        VALUES (1, 7, 'people.csv', 'running', 0, 99, 1)`);
    });
    await room.importFile(room.write('people.csv', peopleCsv(3)));
    expect(room.rowsOf('SELECT state FROM import ORDER BY id')).toEqual([{ state: 'cancelled' }, { state: 'done' }]);
    expect(room.rowsOf('SELECT name FROM list')).toEqual([{ name: 'Spring canvass' }]);
  });
});

describe('while an import runs', () => {
  it('nothing of it is to be seen', async () => {
    const { room, path, columns } = await openWithList();
    const { jobId, listId } = await room.startImport(path, columns);
    await halfWay(room);
    expect(room.store.look((reader) => findReadyList(reader, listId))).toBeUndefined();
    expect(await room.call('contacts/list-contacts', { listId })).toMatchObject({
      error: { code: 'contacts/unknown-list' },
    });
    expect(await room.call('contacts/list-lists', {})).toMatchObject({ value: { lists: [{ contactCount: 5 }] } });
    const added = room.rowsOf<{ phone: string }>('SELECT phone FROM contact ORDER BY id DESC LIMIT 1')[0]?.phone ?? '';
    expect(room.store.look((reader) => findContactByPhone(reader, added))).toBeUndefined();
    expect(await room.call('contacts/list-left-out', { importId: 2 })).toMatchObject({
      error: { code: 'contacts/unknown-import' },
    });
    await room.ended(jobId);
    expect(room.store.look((reader) => findContactByPhone(reader, added))).toMatchObject({ phone: added });
  });

  it('others write between its steps, and none of them waits for its end', async () => {
    const { room, path, columns } = await openWithList();
    const { jobId } = await room.startImport(path, columns);
    await halfWay(room);
    let writes = 0;
    while (room.jobs.find(jobId)?.state === 'running') {
      room.store.write((tx) =>
        room.contacts.optOut(tx, { phone: inventedPhone(writes), source: 'texter', userId: 7, at: 1 }),
      );
      writes += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(writes).toBeGreaterThan(5);
    expect(await room.ended(jobId)).toMatchObject({ outcome: { rowsRead: manyRows + 1 } });
  });

  it('another one waits for its turn', async () => {
    const { room, path, columns } = await openWithList();
    const first = await room.startImport(path, columns);
    const second = await room.startImport(room.write('more.csv', peopleCsv(10, manyRows)));
    await room.ended(second.jobId);
    expect(room.jobs.find(first.jobId)?.state).toBe('done');
    expect(await room.ended(second.jobId)).toMatchObject({ outcome: { added: 10 } });
  });
});

describe('an import whose engine ends', () => {
  it('in the middle is taken back and done again by the next engine', async () => {
    const folder = temporaryFolder();
    const { room, path, columns } = await openWithList(folder);
    const { jobId, listId } = await room.startImport(path, columns);
    await halfWay(room);
    await room.jobs.stop();
    const left = room.count('list_member');
    expect(left).toBeLessThan(manyRows);
    await room.store.close();

    const next = await openContacts({ folder });
    expect(next.count('list_member')).toBe(left);
    next.jobs.resume();
    expect(await next.ended(jobId)).toMatchObject({
      state: 'done',
      outcome: {
        listId,
        rowsRead: manyRows + 1,
        added: manyRows - 5,
        updated: 5,
        unchanged: 0,
        leftOut: { 'bad-phone': 1 },
      },
    });
    expect(next.rowsOf('SELECT count(*) AS n, count(DISTINCT phone) AS phones FROM contact')).toEqual([
      { n: manyRows, phones: manyRows },
    ]);
    expect(next.rowsOf(`SELECT count(*) AS n FROM contact_value WHERE value = 'blue'`)).toEqual([{ n: manyRows }]);
    expect(next.rowsOf('SELECT count(*) AS n FROM list_member WHERE list_id = ?', listId)).toEqual([{ n: manyRows }]);
  });

  it('is restored to the very values from before when the next one cancels it', async () => {
    const folder = temporaryFolder();
    const { room, path, columns } = await openWithList(folder);
    const before = contentOf(room);
    const { jobId } = await room.startImport(path, columns);
    await halfWay(room);
    await room.jobs.stop();
    await room.store.close();

    const next = await openContacts({ folder });
    next.jobs.resume();
    await halfWay(next);
    next.jobs.cancel(jobId, 7);
    expect(await next.ended(jobId)).toMatchObject({ state: 'cancelled' });
    expect(contentOf(next)).toEqual(before);
  });

  it('between its last row and the end of its job gives the same outcome', async () => {
    const folder = temporaryFolder();
    const room = await openContacts({ folder });
    const { jobId } = await room.startImport(room.write('people.csv', peopleCsv(3)));
    const { outcome } = await room.ended(jobId);
    room.store.write((tx) =>
      tx.run(`UPDATE job SET state = 'running', ended_at = NULL, outcome = NULL WHERE id = ?`, jobId),
    );
    await room.store.close();

    const next = await openContacts({ folder });
    next.jobs.resume();
    expect(await next.ended(jobId)).toEqual({ state: 'done', outcome });
  });

  it('and whose file is gone by then says so and leaves nothing', async () => {
    const folder = temporaryFolder();
    const { room, path, columns } = await openWithList(folder);
    const before = contentOf(room);
    const { jobId } = await room.startImport(path, columns);
    await halfWay(room);
    await room.jobs.stop();
    await room.store.close();
    rmSync(path);

    const next = await openContacts({ folder });
    next.jobs.resume();
    expect(await next.ended(jobId)).toMatchObject({
      state: 'done',
      outcome: { error: { code: 'contacts/file-unreadable' } },
    });
    expect(contentOf(next)).toEqual(before);
  });
});

describe('an import that breaks down', () => {
  it('because its worker does is taken back, and fails as our fault', async () => {
    const room = await openContacts({ parts: { importWorker: `${temporaryFolder()}/no-worker.ts` } });
    const { jobId } = await room.startImport(room.write('people.csv', peopleCsv(3)));
    expect(await room.ended(jobId)).toMatchObject({ state: 'failed', outcome: { code: 'internal/bug' } });
    expect([room.count('list'), room.count('contact')]).toEqual([0, 0]);
  });
});
