import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvOf, inventedPhone, peopleColumns, peopleCsv, peopleHeader, personRow } from '../../support/lists.ts';
import { openContacts } from './open-contacts.ts';

const header = ['First', 'Last', 'Cell', 'Email', 'Zip', 'State'];
const row = (first: string, phone: string, rest: readonly string[] = ['', '', '']): string[] => [
  first,
  'Alvarez',
  phone,
  ...rest,
];

describe('an import', () => {
  it('brings a list of contacts with all that the file says of them', async () => {
    const { write, importFile, rowsOf, call, events } = await openContacts();
    const file = write('people.csv', csvOf([header, row('Ana', '(202) 555-0123', ['ana@example.org', '47901', 'in'])]));
    const outcome = await importFile(file);
    expect(outcome).toMatchObject({ rowsRead: 1, added: 1, updated: 0, unchanged: 0, leftOut: {}, optedOut: 0 });
    expect(
      rowsOf(
        'SELECT phone, first_name, last_name, email, zip, contact.state, zones FROM contact JOIN zone_set ON zone_set.id = zone_set_id',
      ),
    ).toEqual([
      {
        phone: '+12025550123',
        first_name: 'Ana',
        last_name: 'Alvarez',
        email: 'ana@example.org',
        zip: '47901',
        state: 'IN',
        zones: '["America/Indiana/Indianapolis"]',
      },
    ]);
    const lists = await call('contacts/list-lists', {});
    expect(lists).toMatchObject({
      value: { lists: [{ listId: outcome.listId, name: 'Spring canvass', contactCount: 1 }], next: null },
    });
    expect(events).toContainEqual({ event: 'changed', room: 'contacts', ids: [outcome.listId] });
  });

  it('tells every row that it cannot use with its line and its reason, and keeps it as it was', async () => {
    const { write, importFile, call } = await openContacts();
    const text = [
      'First,Last,Cell,Email,Zip,State',
      'Ana,Alvarez,202-555-0123,,,',
      'Ben,Brook,,,,',
      'Chloë,Eze,n/a,,,',
      'Diego,Eze,555-0123,,,',
      'Farah,Eze,202-555-0123-99999999,,,',
      'Grace,Hall,202-555-0124 x12,,,',
      ',,,,,',
      'Ana,Twice,+1 202 555 0123,,,',
      'Hyun,Hall,202-555-0125,,,,and more',
      '"Ivo"s,Hall,202-555-0126,,,',
      'Jun,Hall,202-555-0127,,,',
      'Kai,Hall,(876) 555-0128,,,',
    ].join('\n');
    const outcome = await importFile(write('people.csv', text));
    expect(outcome).toMatchObject({ rowsRead: 11, added: 2 });
    expect(outcome.leftOut).toEqual({
      'no-phone': 1,
      'bad-phone': 1,
      'phone-without-area-code': 1,
      'phone-too-long': 1,
      'phone-with-extension': 1,
      'phone-abroad': 1,
      duplicate: 1,
      'broken-row': 2,
    });
    const first = await call('contacts/list-left-out', { importId: outcome.importId, limit: 2 });
    expect(first).toMatchObject({
      value: {
        header: ['First', 'Last', 'Cell', 'Email', 'Zip', 'State'],
        rows: [
          { line: 3, reason: 'no-phone', cells: ['Ben', 'Brook', '', '', '', ''] },
          { line: 4, reason: 'bad-phone', cells: ['Chloë', 'Eze', 'n/a', '', '', ''] },
        ],
        next: 4,
      },
    });
    const rest = await call('contacts/list-left-out', { importId: outcome.importId, after: 4 });
    if (!rest.ok) throw new Error(rest.error.code);
    expect(rest.value.rows.map(({ line, reason, earlierLine }) => [line, reason, earlierLine])).toEqual([
      [5, 'phone-without-area-code', null],
      [6, 'phone-too-long', null],
      [7, 'phone-with-extension', null],
      [9, 'duplicate', 2],
      [10, 'broken-row', null],
      [11, 'broken-row', null],
      [13, 'phone-abroad', null],
    ]);
    expect(rest.value.next).toBeNull();
  });

  it('can be mended: what it left out is exported with the reasons, and imported again it adds what was mended', async () => {
    const room = await openContacts();
    const bad = [row('=Ben', 'call me'), row('Chloë; "the" one', '202'), row('Ana', inventedPhone(0))];
    const first = await room.importFile(
      room.write('people.csv', csvOf([header, row('Ana', inventedPhone(0)), ...bad])),
    );
    expect(first.leftOut).toEqual({ 'bad-phone': 1, 'phone-too-short': 1, duplicate: 1 });

    const path = `${room.folder}/left-out.csv`;
    const started = await room.call('contacts/export-left-out', {
      intentId: crypto.randomUUID(),
      importId: first.importId,
      file: room.files.register(path),
    });
    if (!started.ok) throw new Error(started.error.code);
    expect(await room.ended(started.value.jobId)).toEqual({ state: 'done', outcome: { rows: 3 } });
    const exported = readFileSync(path, 'utf8');
    expect(exported.replace('\ufeff', '').split('\r\n')[0]).toBe('First,Last,Cell,Email,Zip,State,left_out_because');
    expect(exported).toContain(',not a phone number\r\n');
    expect(exported).toContain(',same number as row 2\r\n');

    const mended = room.write(
      'mended.csv',
      exported.replace('call me', inventedPhone(1)).replace(',202,', `,${inventedPhone(2)},`),
    );
    const preview = await room.call('contacts/preview-import', { file: room.files.register(mended) });
    if (!preview.ok) throw new Error(preview.error.code);
    const columns = preview.value.columns.map(({ target }) => target);
    expect(columns).toEqual([...peopleColumns, null]);
    const second = await room.importFile(mended, columns);
    expect(second).toMatchObject({ rowsRead: 3, added: 2, unchanged: 1, leftOut: {} });
    const names = room.rowsOf<{ first_name: string }>('SELECT first_name FROM contact ORDER BY id');
    expect(names.map(({ first_name }) => first_name)).toEqual(['Ana', '=Ben', 'Chloë; "the" one']);
  });

  it('that was exported twice has one column of reasons', async () => {
    const room = await openContacts();
    const first = await room.importFile(
      room.write(
        'a.csv',
        csvOf([
          [...header, 'left_out_because'],
          [...row('Ana', 'x'), 'bad-phone'],
        ]),
      ),
    );
    const path = `${room.folder}/again.csv`;
    const file = room.files.register(path);
    const started = await room.call('contacts/export-left-out', {
      intentId: crypto.randomUUID(),
      importId: first.importId,
      file,
    });
    if (!started.ok) throw new Error(started.error.code);
    await room.ended(started.value.jobId);
    expect(readFileSync(path, 'utf8')).toBe(
      '\ufeffFirst,Last,Cell,Email,Zip,State,left_out_because\r\nAna,Alvarez,x,,,,not a phone number\r\n',
    );
  });

  it('lets non-empty cells replace what was known of a contact, and empty cells change nothing', async () => {
    const { write, importFile, rowsOf, addField } = await openContacts();
    const color = addField('color', 'Favorite color');
    const columns = [...peopleColumns, `field:${color}` as const];
    const list = (rows: string[][]): string => csvOf([[...header, 'color'], ...rows]);
    const phones = [inventedPhone(0), inventedPhone(1), inventedPhone(2)].map(String);
    await importFile(
      write('a.csv', list(phones.map((phone) => [...row('Ana', phone, ['ana@example.org', '10001', 'NY']), 'red']))),
      columns,
    );
    const second = await importFile(
      write(
        'b.csv',
        list([
          [...row('Anna', phones[0] ?? '', ['', '94110', '']), ''],
          [...row('', phones[1] ?? ''), 'blue'],
          [...row('', phones[2] ?? ''), 'red'],
        ]),
      ),
      columns,
    );
    expect(second).toMatchObject({ rowsRead: 3, added: 0, updated: 2, unchanged: 1 });
    const now =
      rowsOf(`SELECT first_name, email, zip, value, zones FROM contact JOIN contact_value ON contact_id = contact.id
      JOIN zone_set ON zone_set.id = zone_set_id ORDER BY contact.id`);
    expect(now).toEqual([
      { first_name: 'Anna', email: 'ana@example.org', zip: '94110', value: 'red', zones: '["America/Los_Angeles"]' },
      { first_name: 'Ana', email: 'ana@example.org', zip: '10001', value: 'blue', zones: '["America/New_York"]' },
      { first_name: 'Ana', email: 'ana@example.org', zip: '10001', value: 'red', zones: '["America/New_York"]' },
    ]);
    const before = rowsOf<{ before: string }>('SELECT before FROM bulk_item ORDER BY entity_id');
    expect(before.map((item) => JSON.parse(item.before))).toMatchObject([
      { firstName: 'Ana', zip: '10001', values: { [color]: 'red' } },
      { firstName: 'Ana', values: { [color]: 'red' } },
    ]);
  });

  it('leaves an opted-out phone opted out, counts it, and shows it as unavailable', async () => {
    const { write, importFile, call, contacts, store, withdrawn } = await openContacts();
    const phone = inventedPhone(3);
    store.write((tx) => contacts.optOut(tx, { phone, source: 'words', userId: null, at: 1 }));
    const outcome = await importFile(write('people.csv', peopleCsv(5)));
    expect(outcome).toMatchObject({ rowsRead: 5, added: 5, optedOut: 1 });
    const page = await call('contacts/list-contacts', { listId: outcome.listId });
    if (!page.ok) throw new Error(page.error.code);
    expect(page.value.contacts.filter(({ optedOut }) => optedOut).map((contact) => contact.phone)).toEqual([phone]);
    expect(withdrawn).toEqual([phone]);
  });

  it('of a short list keeps the order of its file, page by page', async () => {
    const { write, importFile, call } = await openContacts();
    const { listId } = await importFile(write('people.csv', csvOf([peopleHeader, ...[2, 0, 4, 1, 3].map(personRow)])));
    const first = await call('contacts/list-contacts', { listId, limit: 3 });
    if (!first.ok) throw new Error(first.error.code);
    const second = await call('contacts/list-contacts', { listId, limit: 3, after: first.value.next });
    if (!second.ok) throw new Error(second.error.code);
    const phones = [...first.value.contacts, ...second.value.contacts].map(({ phone }) => phone);
    expect(phones).toEqual([2, 0, 4, 1, 3].map(inventedPhone));
    expect(second.value.next).toBeNull();
  });

  it('reads a file without a header and loses nobody', async () => {
    const { write, call, files, importFile } = await openContacts();
    const path = write('bare.csv', 'Ana,202-555-0123,ana@example.org\nBen,202-555-0124,\n');
    const preview = await call('contacts/preview-import', { file: files.register(path) });
    expect(preview).toMatchObject({
      value: {
        columns: [
          { header: 'A', target: null },
          { header: 'B', target: 'phone' },
          { header: 'C', target: null },
        ],
        rows: [
          ['Ana', '202-555-0123', 'ana@example.org'],
          ['Ben', '202-555-0124', ''],
        ],
      },
    });
    expect(await importFile(path, ['firstName', 'phone', null])).toMatchObject({ rowsRead: 2, added: 2 });
  });

  it.each<[string, string | Uint8Array]>([
    ['UTF-8 with a byte order mark', '\ufeffName,Phone\nJosé Peña,2025550123\n'],
    ['Windows-1252', Buffer.from('Name,Phone\nJosé Peña,2025550123\n', 'latin1')],
    ['UTF-16 as spreadsheets save it', Buffer.from('\ufeffName\tPhone\r\nJosé Peña\t2025550123\r\n', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffName;Phone\r\nJosé Peña;2025550123\r\n', 'utf16le').swap16()],
    ['old line breaks and bars', 'Name|Phone\rJosé Peña|2025550123\r'],
  ])('reads %s', async (_what, content) => {
    const { write, importFile, rowsOf } = await openContacts();
    await importFile(write('people.csv', content), ['fullName', 'phone']);
    expect(rowsOf('SELECT first_name, last_name, phone FROM contact')).toEqual([
      { first_name: 'José', last_name: 'Peña', phone: '+12025550123' },
    ]);
  });

  it('of 100,000 rows comes out with the right counts, its contacts in every batch of the file', async () => {
    const { write, importFile, rowsOf, call } = await openContacts();
    const outcome = await importFile(
      write('people.csv', `${peopleCsv(100_000)}${csvOf([personRow(5), ['', '', 'x']])}`),
    );
    expect(outcome).toMatchObject({ rowsRead: 100_002, added: 100_000, leftOut: { duplicate: 1, 'bad-phone': 1 } });
    expect(rowsOf('SELECT count(DISTINCT phone) AS phones FROM contact JOIN list_member ON contact_id = id')).toEqual([
      { phones: 100_000 },
    ]);
    expect(await call('contacts/list-lists', {})).toMatchObject({ value: { lists: [{ contactCount: 100_000 }] } });
    for (const n of [0, 12_345, 99_999]) {
      expect(rowsOf('SELECT email FROM contact WHERE phone = ?', inventedPhone(n))).toEqual([
        { email: `person${n}@example.org` },
      ]);
    }
  });

  it('is on record with who started it and what it brought', async () => {
    const { write, importFile, rowsOf } = await openContacts();
    const { listId, importId } = await importFile(write('people.csv', peopleCsv(3)));
    expect(rowsOf(`SELECT kind, user_id, entity_id, payload FROM journal WHERE kind LIKE 'contacts/%'`)).toEqual([
      { kind: 'contacts/import-started', user_id: 7, entity_id: listId, payload: JSON.stringify({ importId }) },
      {
        kind: 'contacts/imported',
        user_id: 7,
        entity_id: listId,
        payload: JSON.stringify({ importId, added: 3, updated: 0 }),
      },
    ]);
  });

  it('of what was left out is not written where nothing can be written, and says so', async () => {
    const room = await openContacts();
    const first = await room.importFile(room.write('a.csv', csvOf([header, row('Ana', 'x')])));
    const path = `${room.folder}/no-such-folder/left-out.csv`;
    const file = room.files.register(path);
    const started = await room.call('contacts/export-left-out', {
      intentId: crypto.randomUUID(),
      importId: first.importId,
      file,
    });
    if (!started.ok) throw new Error(started.error.code);
    expect(await room.ended(started.value.jobId)).toMatchObject({
      state: 'done',
      outcome: { error: { code: 'spreadsheets/not-writable' } },
    });
    expect(existsSync(path)).toBe(false);
  });
});
