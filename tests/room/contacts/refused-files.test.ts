import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/folders.ts';
import { peopleCsv, writeList } from '../../support/lists.ts';
import { openContacts } from './open-contacts.ts';

/** 2 GB without a byte on the disk: what a person would have to wait for, and a program must not hold in memory. */
function sparseFile(name: string, beginning: string): string {
  const path = writeList(temporaryFolder(), name, beginning);
  const descriptor = openSync(path, 'r+');
  ftruncateSync(descriptor, 2 ** 31);
  closeSync(descriptor);
  return path;
}

function longLine(name: string, beginning: string, megabytes: number): string {
  const path = writeList(temporaryFolder(), name, beginning);
  const descriptor = openSync(path, 'a');
  const block = Buffer.alloc(1_000_000, 'x');
  for (let megabyte = 0; megabyte < megabytes; megabyte += 1) writeSync(descriptor, block);
  closeSync(descriptor);
  return path;
}

function folderAsFile(): string {
  const path = `${temporaryFolder()}/folder.csv`;
  mkdirSync(path);
  return path;
}

const file = (name: string, content: string | Uint8Array) => () => writeList(temporaryFolder(), name, content);
const header = 'First Name,Last Name,Cell Phone,Email,Zip,State\n';

/** What the head of the file tells: the preview says it, and an import that is started without one ends with it. */
const seenAtOnce: readonly [what: string, path: () => string, code: string][] = [
  ['that is not there', () => `${temporaryFolder()}/gone.csv`, 'contacts/file-unreadable'],
  ['that is a folder', folderAsFile, 'contacts/file-unreadable'],
  [
    'that is a workbook',
    file('people.csv', Buffer.from('PK\u0003\u0004rest of a workbook', 'latin1')),
    'contacts/not-csv',
  ],
  ['that is a PDF', file('people.csv', '%PDF-1.7\nrest'), 'contacts/not-csv'],
  ['that is a picture', file('people.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x41])), 'contacts/not-csv'],
  ['that holds NUL bytes', file('people.csv', 'Name,Phone\nAna\0,2025550123\n'), 'contacts/not-csv'],
  ['of 2 GB of nothing', () => sparseFile('people.csv', header), 'contacts/not-csv'],
  ['that is empty', file('people.csv', ''), 'contacts/empty-file'],
  ['of blank lines', file('people.csv', '\n\n  \n'), 'contacts/empty-file'],
  ['with a header only', file('people.csv', header), 'contacts/empty-file'],
  ['without a line break', () => longLine('people.csv', '', 3), 'contacts/line-too-long'],
];

/** What comes out on the way. */
const seenLate: readonly [what: string, path: () => string, code: string, line?: number][] = [
  [
    'with a quote that is never closed',
    () => longLine('people.csv', `${peopleCsv(10_000)}"Ana,`, 3),
    'contacts/line-too-long',
    10_002,
  ],
  ['that ends in 2 GB of nothing', () => sparseFile('people.csv', peopleCsv(10_000)), 'contacts/not-csv'],
];

describe('a file', () => {
  it.each(seenAtOnce)('%s is refused at once', async (_what, path, code) => {
    const { call, files } = await openContacts();
    const preview = await call('contacts/preview-import', { file: files.register(path()) });
    expect(preview).toMatchObject({ ok: false, error: { code, kind: 'input', params: { file: expect.any(String) } } });
  });

  it.each([...seenAtOnce, ...seenLate])(
    '%s leaves nothing behind when it is imported',
    async (_what, path, code, line?: number) => {
      const { outcomeOf, count, rowsOf } = await openContacts();
      const outcome = await outcomeOf(path());
      expect(outcome).toMatchObject({ error: { code, params: { ...(line !== undefined && { line }) } } });
      expect(['contact', 'list', 'list_member', 'import_left_out', 'import_header'].map(count)).toEqual([
        0, 0, 0, 0, 0,
      ]);
      expect(rowsOf('SELECT state FROM import')).toEqual([{ state: 'failed' }]);
      expect(rowsOf(`SELECT kind FROM journal WHERE kind = 'contacts/import-undone'`)).toHaveLength(1);
    },
  );

  it('without a closing quote costs no more memory than any other', async () => {
    const { outcomeOf } = await openContacts();
    const path = longLine('people.csv', `${peopleCsv(10)}"Ana,`, 400);
    const before = process.memoryUsage().rss;
    expect(await outcomeOf(path)).toMatchObject({ error: { code: 'contacts/line-too-long' } });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('in which no column is said to hold phones is not begun', async () => {
    const { call, files, write, count } = await openContacts();
    const started = await call('contacts/start-import', {
      intentId: crypto.randomUUID(),
      file: files.register(write('people.csv', peopleCsv(1))),
      listName: 'Spring canvass',
      columns: ['firstName', null],
    });
    expect(started).toMatchObject({ error: { code: 'contacts/no-phone-column', params: { file: 'people.csv' } } });
    expect(count('list')).toBe(0);
  });

  it('that nobody has chosen is unknown', async () => {
    const { call } = await openContacts();
    const unknown = { ok: false, error: { code: 'serve/file-not-registered' } };
    expect(await call('contacts/preview-import', { file: 'made-up' })).toMatchObject(unknown);
    const input = { intentId: crypto.randomUUID(), file: 'made-up', listName: 'x', columns: ['phone' as const] };
    expect(await call('contacts/start-import', input)).toMatchObject(unknown);
  });
});

describe('what is not there', () => {
  it.each([
    ['a list', 'contacts/list-contacts', { listId: 9 }, 'contacts/unknown-list'],
    ['an import', 'contacts/list-left-out', { importId: 9 }, 'contacts/unknown-import'],
    ['a contact', 'contacts/opt-out', { intentId: crypto.randomUUID(), contactId: 9 }, 'contacts/unknown-contact'],
  ] as const)('is said so of %s', async (_what, name, input, code) => {
    const { call } = await openContacts();
    expect(await call(name, input as never)).toMatchObject({ ok: false, error: { code, kind: 'input' } });
  });

  it('is said so of an import whose rows are to be exported', async () => {
    const { call, files, folder } = await openContacts();
    const input = { intentId: crypto.randomUUID(), importId: 9, file: files.register(`${folder}/x.csv`) };
    expect(await call('contacts/export-left-out', input)).toMatchObject({ error: { code: 'contacts/unknown-import' } });
  });
});
