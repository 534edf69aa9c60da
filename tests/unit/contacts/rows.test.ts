import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileHead } from '../../../main/contacts/import/file-head.ts';
import { createRowJudge, splitName, zipOf } from '../../../main/contacts/import/judge-row.ts';
import { createRowReader, longestRow } from '../../../main/contacts/import/records.ts';
import { createTextReader } from '../../../main/contacts/import/text.ts';
import { csvOf } from '../../support/lists.ts';

/** Reads the bytes in blocks of this length, as a file is read. */
function readAll(bytes: Buffer, blockLength: number, delimiter = ',') {
  const text = createTextReader();
  const rows = createRowReader(delimiter);
  const read = [];
  for (let at = 0; at < bytes.length; at += blockLength) {
    read.push(...rows.read(text.read(bytes.subarray(at, at + blockLength), false), false));
  }
  return [...read, ...rows.read(text.read(Buffer.alloc(0), true), true)];
}

const cell = fc.string({ unit: fc.constantFrom(...'abcé€😀 ,;"\'\n=1'), maxLength: 8 });
// A last row of one empty cell cannot be told from the end of the file.
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const blockLength = fc.integer({ min: 1, max: 40 });

describe('the rows of a file', () => {
  it('come out as they were written, wherever the blocks are cut', () => {
    const options = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
    });
    const encoding = fc.constantFrom<(text: string) => Buffer>(
      (text) => Buffer.from(text),
      (text) => Buffer.from(`\ufeff${text}`),
      (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    );
    fc.assert(
      fc.property(table, options, encoding, blockLength, (rows, written, encode, length) => {
        const read = readAll(encode(csvOf(rows, written)), length, written.delimiter);
        expect(read.map(({ cells }) => cells)).toEqual(rows);
        expect(read.map(({ line }) => line)).toEqual(rows.map((_row, at) => at + 1));
        expect(read.some(({ isBroken }) => isBroken)).toBe(false);
      }),
    );
  });

  it('are found again after a quote that is not closed', () => {
    const bytes = Buffer.from('a,b\n"Ana,1\nBen,2\n"Chloë"x,3\n"Diego\nEze",4\nFarah,"5\nGrace,6\n');
    for (const length of [1, 7, 1_000]) {
      expect(readAll(bytes, length).map(({ cells, isBroken }) => [cells.join('/'), isBroken])).toEqual([
        ['a/b', false],
        ['"Ana/1', true],
        ['Ben/2', false],
        ['"Chloë"x/3', true],
        ['Diego\nEze/4', false],
        ['Farah/"5', true],
        ['Grace/6', false],
      ]);
    }
  });

  it('never make the reader hold more than one that is too long', () => {
    const rows = createRowReader(',');
    rows.read('a,b\n1,2\n"', false);
    for (let at = 0; at < longestRow; at += 100_000) {
      expect(rows.tooLongAt()).toBeNull();
      rows.read('x'.repeat(100_000), false);
    }
    expect(rows.tooLongAt()).toBe(3);
  });

  it('of Windows-1252 keep their letters, also where a block ends within what could be UTF-8', () => {
    const bytes = Buffer.from('Peña,“x”,€5\nJosé,é', 'utf8');
    const windows = Buffer.from(
      [...bytes.toString('utf8')].map((char) => ({ '“': 0x93, '”': 0x94, '€': 0x80 })[char] ?? char.charCodeAt(0)),
    );
    for (const length of [1, 3, 5, 1_000]) {
      expect(readAll(windows, length).map(({ cells }) => cells)).toEqual([
        ['Peña', '“x”', '€5'],
        ['José', 'é'],
      ]);
    }
  });
});

describe('the head of a file', () => {
  const headOf = (text: string) => {
    const head = readFileHead('/lists/people.csv', Buffer.from(text), true);
    if (!head.ok) throw new Error(head.error.code);
    return head.value;
  };

  it.each<[string, string]>([
    [',', 'Name,Phone\n"Alvarez; Ana",2025550123\n'],
    [';', 'Name;Phone\n"Alvarez, Ana";2025550123\n'],
    ['\t', 'Name\tPhone\nAlvarez, Ana\t2025550123\n'],
    ['|', 'Name|Phone\nAlvarez, Ana|2025550123\n'],
    [',', 'Phone\n2025550123\n'],
    [';', 'Name;Phone;Notes\nAna;2025550123;a, b, c\nBen;2025550124;d, e, f\n'],
  ])('tells that %j stands between its cells', (delimiter, text) => {
    expect(headOf(text).delimiter).toBe(delimiter);
  });

  it('knows a header below blank lines, and the first contact of a file without one', () => {
    expect(headOf('\n,\nName,Phone\nAna,2025550123\n')).toMatchObject({
      header: ['Name', 'Phone'],
      headerLine: 3,
      rows: [{ line: 4 }],
    });
    expect(headOf('Ana,(202) 555-0123\n')).toMatchObject({ header: ['A', 'B'], headerLine: null, rows: [{ line: 1 }] });
    expect(headOf('Ana,+44 20 7946 0958\n')).toMatchObject({ headerLine: null });
  });
});

describe('a row', () => {
  const judge = (columns: Parameters<typeof createRowJudge>[0], ...rows: string[][]) => {
    const rule = createRowJudge(columns, columns.length);
    return rows.map((cells, at) => rule({ line: at + 2, cells, isBroken: false }));
  };

  it('is kept once for each phone, however it is written, and a later one says which row has it', () => {
    const found = judge(
      ['phone'],
      ['2025550123'],
      ['+1 (202) 555-0123'],
      ['+44 7911 123456'],
      ['00447911123456'],
      ['202-555-0123'],
    );
    expect(found.map((row) => (row?.ok ? 'kept' : row?.error))).toEqual([
      'kept',
      { reason: 'duplicate', earlierLine: 2 },
      { reason: 'phone-abroad', earlierLine: null },
      { reason: expect.any(String), earlierLine: null },
      { reason: 'duplicate', earlierLine: 2 },
    ]);
  });

  it('is none when nothing is in it, however wide it is', () => {
    expect(judge(['phone', 'firstName'], ['', ' '], [], ['', '', '\t', ''], ['', 'Ana'])).toEqual([
      null,
      null,
      null,
      { ok: false, error: { reason: 'no-phone', earlierLine: null } },
    ]);
  });

  it('is not broken by empty cells behind its last column', () => {
    expect(judge(['phone'], ['2025550123', '', ' '])[0]?.ok).toBe(true);
    expect(judge(['phone'], ['2025550123', 'x'])[0]).toEqual({
      ok: false,
      error: { reason: 'broken-row', earlierLine: null },
    });
  });

  it('takes the first column that says something', () => {
    const [row] = judge(['phone', 'phone', 'email', 'email'], ['none', '202-555-0123', '', 'ana@example.org']);
    expect(row).toMatchObject({ ok: true, value: { phone: '+12025550123', email: 'ana@example.org' } });
  });

  it('is one line in each cell, without the mark against formulas', () => {
    const [row] = judge(
      ['phone', 'firstName', 'lastName', 'field:3'],
      ['2025550123', ' Ana\n María\t', "'=Alvarez", "'tis"],
    );
    expect(row).toMatchObject({
      value: { firstName: 'Ana María', lastName: '=Alvarez', values: [{ fieldId: 3, text: "'tis" }] },
    });
  });

  it.each([
    ['Ana', 'Ana', ''],
    ['Ana María López', 'Ana', 'María López'],
    ['López, Ana María', 'Ana María', 'López'],
    ['John Hall, Jr.', 'John', 'Hall, Jr.'],
    ['', '', ''],
  ])('is called “%s”', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName });
  });

  it.each([
    ['10001', '10001'],
    ['10001-1234', '10001'],
    ['100011234', '10001'],
    ['2134', '02134'],
    ['501.0', '00501'],
    ['K1A 0B1', ''],
    ['12', ''],
    ['', ''],
  ])('with the ZIP “%s” keeps “%s”', (cell, zip) => {
    expect(zipOf(cell)).toBe(zip);
  });
});
