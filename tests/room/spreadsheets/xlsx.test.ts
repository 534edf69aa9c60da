import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellObject, read, utils, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../main/spreadsheets/cell.ts';
import { type Cell, type Header, openXlsx } from '../../../main/spreadsheets/index.ts';
import { temporaryFolder } from '../../support/folders.ts';

async function writeXlsx(
  rows: readonly (readonly Cell[])[],
  { header = ['Name', 'Text'], rowsPerSheet }: { header?: Header; rowsPerSheet?: number } = {},
) {
  const path = join(temporaryFolder(), 'contacts.xlsx');
  const opened = await openXlsx(path, 'Contacts', header, rowsPerSheet);
  if (!opened.ok) throw new Error(opened.error.code);
  for (const row of rows) await opened.value.write(row);
  await opened.value.finish();
  return read(readFileSync(path), { cellFormula: true, cellStyles: true, cellNF: true, dense: false });
}

function firstSheet({ Sheets, SheetNames }: ReturnType<typeof read>): WorkSheet {
  return Sheets[SheetNames[0] ?? ''] ?? {};
}

/** Header and rows; null for an empty cell. */
function rowsOf(sheet: WorkSheet): Cell[][] {
  return utils.sheet_to_json<Cell[]>(sheet, { header: 1, raw: true, defval: null, blankrows: true });
}

describe('an XLSX file', () => {
  it('has its header on top and keeps numbers as numbers, phones and ids as text', async () => {
    const sheet = firstSheet(
      await writeXlsx([
        ['+12025550123', 7],
        ['00123', -1.5],
        [null, Number.NaN],
      ]),
    );
    expect(rowsOf(sheet).slice(0, 3)).toEqual([
      ['Name', 'Text'],
      ['+12025550123', 7],
      ['00123', -1.5],
    ]);
    expect((sheet['A2'] as CellObject).t).toBe('s');
    expect((sheet['B2'] as CellObject).t).toBe('n');
  });

  it.each(['=HYPERLINK("http://127.0.0.1","x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '＝1'])(
    'holds text that looks like a formula as text, unmarked: %j',
    async (text) => {
      const sheet = firstSheet(await writeXlsx([[text, '=1']], { header: ['=1+1', 'B'] }));
      expect(sheet['A2']).toMatchObject({ t: 's', v: text });
      for (const ref of ['A1', 'A2', 'B2']) expect(sheet[ref]).not.toHaveProperty('f');
    },
  );

  it.each([
    ['line breaks', 'one\ntwo\n'],
    ['what XML is made of', '<a href="x">&amp;</a> ]]>'],
    ['emoji', '👩‍👩‍👧 yes 🙂'],
    ['text from right to left', 'שלום, مرحبا'],
    ['spaces at its ends', '  a  '],
    ['what looks like an escape of the format itself', 'a _x0041_ b _X000d_ _x005F_x0041_'],
  ])('gives back %s', async (_what, cell) => {
    expect(rowsOf(firstSheet(await writeXlsx([[cell, 'last']])))[1]).toEqual([cell, 'last']);
  });

  it('gives back any text, but for what no spreadsheet holds', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n "\'<&_x0041_🙂') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 20 }), async (rows) => {
        const back = rowsOf(
          firstSheet(
            await writeXlsx(
              rows.map((row) => [...row, 'end']),
              { header: ['A', 'B', 'C'] },
            ),
          ),
        );
        const expected = rows.map((row) => [...row.map((cell) => cleanText(cell) || null), 'end']);
        expect(back.slice(1)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('cuts a text that is longer than a cell can be, and never within a character', async () => {
    const longest = 'x'.repeat(32_767);
    const [, first, second] = rowsOf(
      firstSheet(
        await writeXlsx([
          [longest, `${longest}x`],
          [`${'x'.repeat(32_765)}🙂🙂`, null],
        ]),
      ),
    );
    expect(first).toEqual([longest, `${'x'.repeat(32_766)}…`]);
    expect(second?.[0]).toBe(`${'x'.repeat(32_765)}…`);
  });

  it('goes on in another sheet, under the same header, where one is full', async () => {
    const book = await writeXlsx(
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ],
      { rowsPerSheet: 3 },
    );
    expect(book.SheetNames).toEqual(['Contacts', 'Contacts_2']);
    expect(book.SheetNames.map((name) => rowsOf(book.Sheets[name] ?? {}))).toEqual([
      [
        ['Name', 'Text'],
        ['a', 1],
        ['b', 2],
      ],
      [
        ['Name', 'Text'],
        ['c', 3],
      ],
    ]);
  });

  it('has times as dates that can be counted with, shown as the clock of their zone shows them', async () => {
    const zone = 'America/New_York';
    const header = ['Name', { title: 'At', holdsTimes: true } as const];
    const times = [Date.UTC(2026, 2, 2, 15, 4, 5), Date.UTC(2026, 6, 2, 3, 59, 59, 900), Date.UTC(2024, 1, 29, 17)];
    const sheet = firstSheet(await writeXlsx([...times.map((at) => ['Ana', { at, zone }]), ['Ben', null]], { header }));
    const cells = ['B2', 'B3', 'B4'].map((ref) => sheet[ref] as CellObject);
    expect(cells.map(({ t }) => t)).toEqual(['n', 'n', 'n']);
    expect(cells.map(({ w }) => w)).toEqual(['2026-03-02 10:04:05', '2026-07-01 23:59:59', '2024-02-29 12:00:00']);
    // Days since the end of 1899, as every spreadsheet counts them.
    expect(cells[2]?.v).toBe(45_351.5);
    expect(sheet['B1']).toMatchObject({ t: 's', v: 'At' });
    expect(sheet['A2']).toMatchObject({ t: 's', v: 'Ana' });
    expect((sheet['B5'] as CellObject | undefined)?.v).toBeUndefined();
  });

  it('has columns that are as wide as is said, as their times are, or else as their titles are', async () => {
    const header = [
      'Yes',
      'Opted out by themselves',
      { title: 'At', holdsTimes: true },
      { title: 'Text', width: 60 },
    ] as const;
    const sheet = firstSheet(await writeXlsx([], { header }));
    expect(sheet['!cols']?.map(({ width }) => Math.round(width ?? 0))).toEqual([12, 25, 21, 60]);
  });

  it('without rows has its header', async () => {
    expect(rowsOf(firstSheet(await writeXlsx([])))).toEqual([['Name', 'Text']]);
  });

  it('holds 100,000 rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => [`Ana ${n}`, '=1', n]);
    const sheet = firstSheet(await writeXlsx(rows, { header: ['Name', 'Text', 'N'] }));
    expect(sheet['!ref']).toBe('A1:C100001');
    expect(sheet['C100001']).toMatchObject({ v: 99_999 });
  });
});
