import { describe, expect, it } from 'vitest';
import {
  findContact,
  findContactByPhone,
  findReadyList,
  listZoneSets,
  noteReceived,
  noteSent,
  noteUnreachable,
  pageOfMembers,
  readPhone,
  scriptValuesOf,
} from '../../../main/contacts/index.ts';
import { csvOf, inventedPhone, peopleColumns, peopleCsv, peopleHeader, personRow } from '../../support/lists.ts';
import { openContacts } from './open-contacts.ts';

const phone = inventedPhone(0);

describe('an opt-out', () => {
  it('by hand is for ever, on record, and withdraws what waits', async () => {
    const { write, importFile, call, rowsOf, store, withdrawn, events } = await openContacts();
    await importFile(write('people.csv', peopleCsv(1)));
    const optOut = () => call('contacts/opt-out', { intentId: crypto.randomUUID(), contactId: 1 }, 'texter');
    expect(await optOut()).toMatchObject({ value: { alreadyOptedOut: false } });
    expect(await optOut()).toMatchObject({ value: { alreadyOptedOut: true } });
    expect(withdrawn).toEqual([phone]);
    expect(store.look((reader) => readPhone(reader, phone)).optedOutAt).not.toBeNull();
    expect(rowsOf('SELECT phone, source, user_id FROM opt_out')).toEqual([{ phone, source: 'texter', user_id: 7 }]);
    expect(rowsOf(`SELECT user_id, entity_id, payload FROM journal WHERE kind = 'contacts/opted-out'`)).toEqual([
      { user_id: 7, entity_id: 1, payload: '{"source":"texter"}' },
    ]);
    expect(events).toContainEqual({ event: 'changed', room: 'contacts', ids: [1] });
  });

  it('of a phone that nobody has counts as soon as somebody comes with it', async () => {
    const { contacts, store, write, importFile } = await openContacts();
    const optOut = () => store.write((tx) => contacts.optOut(tx, { phone, source: 'carrier', userId: null, at: 5 }));
    expect([optOut(), optOut()]).toEqual([true, false]);
    expect(await importFile(write('people.csv', peopleCsv(2)))).toMatchObject({ added: 2, optedOut: 1 });
  });

  it('is undone with its transaction when what waits cannot be withdrawn', async () => {
    const failing = (): void => {
      throw new Error('no');
    };
    const { contacts, store, count } = await openContacts({ parts: { onOptedOut: failing } });
    const optOut = () => store.write((tx) => contacts.optOut(tx, { phone, source: 'words', userId: null, at: 5 }));
    expect(optOut).toThrow('no');
    expect(count('opt_out')).toBe(0);
  });

  it('cannot be taken back or changed, not even by a statement', async () => {
    const { contacts, store } = await openContacts();
    store.write((tx) => contacts.optOut(tx, { phone, source: 'words', userId: null, at: 5 }));
    expect(() => store.write((tx) => tx.run('DELETE FROM opt_out'))).toThrow('never taken back');
    expect(() => store.write((tx) => tx.run('UPDATE opt_out SET at = 6'))).toThrow('never changed');
    expect(() => store.write((tx) => tx.run(`REPLACE INTO opt_out VALUES (?, 9, 'list', NULL)`, phone))).toThrow(
      'never',
    );
  });
});

describe('what is known of a phone', () => {
  it('is nothing at first', async () => {
    const { store } = await openContacts();
    expect(store.look((reader) => readPhone(reader, phone))).toEqual({
      optedOutAt: null,
      blockedAt: null,
      unreachableCode: null,
      lastInitialAt: null,
      lastOutAt: null,
      lastInAt: null,
    });
  });

  it('only moves forward in time', async () => {
    const { store } = await openContacts();
    store.write((tx) => {
      noteSent(tx, phone, 'initial', 100);
      noteSent(tx, phone, 'follow-up', 300);
      noteSent(tx, phone, 'initial', 50);
      noteReceived(tx, phone, 200);
      noteReceived(tx, phone, 150);
      noteUnreachable(tx, phone, 30006);
    });
    expect(store.look((reader) => readPhone(reader, phone))).toMatchObject({
      lastInitialAt: 100,
      lastOutAt: 300,
      lastInAt: 200,
      unreachableCode: 30006,
    });
  });

  it('does not pass a follow-up off as a first text', async () => {
    const { store } = await openContacts();
    store.write((tx) => noteSent(tx, phone, 'follow-up', 300));
    expect(store.look((reader) => readPhone(reader, phone))).toMatchObject({ lastInitialAt: null, lastOutAt: 300 });
  });
});

describe('a contact', () => {
  it('is found by id and by phone, with what scripts say of it', async () => {
    const { store, write, importFile, addField } = await openContacts();
    const fields = [addField('issue_ID', 'Issue'), addField('custom_field_shift', 'Shift'), addField('color', 'Color')];
    const list = csvOf([
      [...peopleHeader, 'issue_ID', 'shift', 'color'],
      [...personRow(0), 'water', 'late', ''],
    ]);
    await importFile(write('people.csv', list), [...peopleColumns, ...fields.map((id) => `field:${id}` as const)]);
    const contact = store.look((reader) => findContact(reader, 1));
    expect(contact).toMatchObject({
      contactId: 1,
      phone,
      firstName: 'Ana',
      lastName: 'Alvarez',
      zip: '10000',
      state: 'NY',
    });
    expect(store.look((reader) => findContactByPhone(reader, phone))).toEqual(contact);
    expect(store.look((reader) => findContactByPhone(reader, inventedPhone(9)))).toBeUndefined();
    if (contact === undefined) return;
    expect(store.look((reader) => scriptValuesOf(reader, contact))).toEqual({
      first_name: 'Ana',
      last_name: 'Alvarez',
      full_name: 'Ana Alvarez',
      email: 'person0@example.org',
      phone,
      state_abbrev: 'NY',
      custom_field_issue_ID: 'water',
      custom_field_shift: 'late',
    });
  });

  it('cannot hide its own name behind a custom field', async () => {
    const { store, write, importFile, addField } = await openContacts();
    const field = addField('first_name', 'Nickname');
    await importFile(
      write(
        'people.csv',
        csvOf([
          ['Phone', 'First', 'x'],
          [phone, 'Ana', 'Bo'],
        ]),
      ),
      ['phone', 'firstName', `field:${field}`],
    );
    const contact = store.look((reader) => findContact(reader, 1));
    if (contact === undefined) throw new Error('no contact');
    const values = store.look((reader) => scriptValuesOf(reader, contact));
    expect(values).toMatchObject({ first_name: 'Ana', custom_field_first_name: 'Bo' });
  });
});

describe('a list', () => {
  it('gives its members with their zones, a page at a time', async () => {
    const { store, write, importFile } = await openContacts();
    const rows = [
      ['Phone', 'State'],
      [inventedPhone(0), 'IN'],
      ['+18335550123', ''],
      [inventedPhone(2), 'IN'],
    ];
    const { listId } = await importFile(write('people.csv', csvOf(rows)), ['phone', 'state']);
    expect(store.look((reader) => findReadyList(reader, listId))).toEqual({ listId, name: 'Spring canvass' });
    const sets = new Map(store.look(listZoneSets).map(({ zoneSetId, zones }) => [zoneSetId, zones]));
    const pages = [0, 2].map((after) => store.look((reader) => pageOfMembers(reader, listId, after, 2)));
    expect(pages.map((page) => page.map(({ contactId, zoneSetId }) => [contactId, sets.get(zoneSetId)]))).toEqual([
      [
        [1, ['America/Chicago', 'America/Indiana/Indianapolis']],
        [2, []],
      ],
      [[3, ['America/Chicago', 'America/Indiana/Indianapolis']]],
    ]);
  });

  it('is paged by its key, newest list first', async () => {
    const { call, write, importFile } = await openContacts();
    for (const n of [0, 1, 2]) await importFile(write(`${n}.csv`, peopleCsv(n + 1)));
    const first = await call('contacts/list-lists', { limit: 2 });
    expect(first).toMatchObject({ value: { lists: [{ listId: 3, contactCount: 3 }, { listId: 2 }], next: 2 } });
    expect(await call('contacts/list-lists', { limit: 2, before: 2 })).toMatchObject({
      value: { lists: [{ listId: 1, contactCount: 1 }], next: null },
    });
  });

  it.each([
    [
      'a page of its contacts',
      `SELECT contact_id FROM list_member JOIN contact ON contact.id = contact_id
      WHERE list_id = 1 AND contact_id > 5 ORDER BY contact_id LIMIT 9`,
    ],
    ['what it left out', 'SELECT line FROM import_left_out WHERE import_id = 1 AND line > 5 ORDER BY line LIMIT 9'],
    [
      'what is known of a phone',
      `SELECT opt_out.at, last_in_at FROM (SELECT 'x' AS phone) AS asked
      LEFT JOIN opt_out ON opt_out.phone = asked.phone LEFT JOIN phone_fact ON phone_fact.phone = asked.phone`,
    ],
  ])('is read by keys alone where a person waits for %s', async (_what, sql) => {
    const { rowsOf } = await openContacts();
    const plan = rowsOf<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail);
    expect(plan.filter((step) => /SCAN (?!asked|CONSTANT)|TEMP B-TREE/.test(step))).toEqual([]);
  });
});
