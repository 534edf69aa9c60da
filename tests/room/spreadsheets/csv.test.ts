import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../main/spreadsheets/cell.ts';
import { type Cell, openCsv, safeCell, unmarkCell } from '../../../main/spreadsheets/index.ts';
import { temporaryFolder } from '../../support/folders.ts';

async function writeCsv(rows: readonly (readonly Cell[])[], header: readonly string[] = ['Name', 'Text']) {
  const path = join(temporaryFolder(), 'contacts.csv');
  const opened = await openCsv(path, header);
  if (!opened.ok) throw new Error(opened.error.code);
  for (const row of rows) await opened.value.write(row);
  await opened.value.finish();
  return { path, text: readFileSync(path, 'utf8') };
}

/** What papaparse makes of a file, header included. */
function read(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  return data;
}

describe('a CSV file', () => {
  it('begins with a byte order mark, separates by commas and ends its lines as RFC 4180 has it', async () => {
    const { text } = await writeCsv([
      ['Ana', 'said "no", twice'],
      [null, 7],
      ['', Number.NaN],
    ]);
    expect(text).toBe('\ufeffName,Text\r\nAna,"said ""no"", twice"\r\n,7\r\n,\r\n');
  });

  it('holds no cell that a spreadsheet runs, its header included', async () => {
    const { text } = await writeCsv([['=HYPERLINK("http://127.0.0.1")', '+12025550123']], ['@name', 'Phone']);
    expect(text).toBe(`\ufeff'@name,Phone\r\n"'=HYPERLINK(""http://127.0.0.1"")",+12025550123\r\n`);
  });

  it.each([
    ['line breaks', 'one\ntwo\n'],
    ['quotes', '"quoted" and \'single\''],
    ['emoji', '👩‍👩‍👧 yes 🙂'],
    ['text from right to left', 'שלום, مرحبا'],
    ['separators of other programs', 'a;b\tc|d'],
    ['spaces at its ends', '  a  '],
  ])('gives back %s', async (_what, cell) => {
    const { text } = await writeCsv([[cell, 'last']]);
    expect(read(text)[1]).toEqual([cell, 'last']);
  });

  it('gives back any text, but for what no spreadsheet holds and the mark of what it may run', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n "\',;a🙂') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 20 }), async (rows) => {
        // A last column that is never empty, so that no line is taken for the end of the file.
        const { text } = await writeCsv(
          rows.map((row) => [...row, 'end']),
          ['A', 'B', 'C'],
        );
        const back = read(text).slice(1);
        expect(back).toEqual(rows.map((row) => [...row.map((cell) => safeCell(cleanText(cell))), 'end']));
        expect(back.map((row) => row.slice(0, 2).map(unmarkCell))).toEqual(rows.map((row) => row.map(cleanText)));
      }),
      { numRuns: 200 },
    );
  });

  it('holds 100,000 rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => [`Ana ${n}`, `+1202555${n % 10_000}, "yes"`, n]);
    const { text } = await writeCsv(rows, ['Name', 'Text', 'N']);
    const back = read(text);
    expect(back).toHaveLength(100_001);
    expect(back.at(-1)).toEqual(['Ana 99999', '\'+12025559999, "yes"', '99999']);
  });

  it('lets other work go on while it is written', async () => {
    const opened = await openCsv(join(temporaryFolder(), 'contacts.csv'), ['Name']);
    if (!opened.ok) throw new Error(opened.error.code);
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    // Less than is written to the file at once: nothing but the breaks lets the other work in.
    const until = performance.now() + 100;
    while (performance.now() < until) await opened.value.write([null]);
    clearInterval(counting);
    await opened.value.finish();
    expect(turns).toBeGreaterThan(0);
  });
});
