import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../main/spreadsheets/cell.ts';
import { safeCell, unmarkCell } from '../../../main/spreadsheets/index.ts';

/** Short texts of what matters here, mixed with any other. */
const trickyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'=+-@＝＋－＠﹦\t\r\n \'"“0123456789a,;|',
      '\u00a0',
      '\u200b',
      '\ufeff',
      '\u0000',
      '_x0041_',
      '🙂',
      'ע',
    ),
  }),
);

describe('a cell that a spreadsheet may run', () => {
  it.each([
    '=HYPERLINK("http://127.0.0.1","x")',
    '+1+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\n=1',
    '\tplain',
    '   =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1+1',
    '＋1+1',
    '－1+1',
    '＠SUM(A1)',
    '﹦1',
    '"=1+1"',
    "'=1",
    ' "\u200b @x',
    '+',
    '-',
    '--5',
    '+12025550123 ',
    '+12025550123+1',
    '+0123',
    '+1234567890123456',
  ])('is marked as text: %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each(['', 'Ana', "O'Neill", 'a=b', 'mail@example.org', '1-800', 'well -- yes', '$5', '🙂 =1', '’t'])(
    'is left as it is when nothing would run it: %j',
    (text) => {
      expect(safeCell(text)).toBe(text);
    },
  );

  it.each(['+12025550123', '+447700900123', '-5', '+123456789012345'])(
    'is left as it is when it is a number, as a phone in E.164 is: %s',
    (text) => {
      expect(safeCell(text)).toBe(text);
    },
  );

  it('never begins like a formula once it is marked', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const cell = safeCell(cleanText(text));
        expect(/^[+-][1-9]\d{0,14}$/.test(cell) || !/^[=+\-@＝＋－＠\t\r\n]/.test(cell.trimStart())).toBe(true);
      }),
    );
  });

  it('gives its text back when the mark is taken off', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(unmarkCell(safeCell(text))).toBe(text);
      }),
    );
  });
});

describe('text that a spreadsheet holds', () => {
  it.each([
    ['loses control characters', 'a\u0000b\u0007c\u001f', 'abc'],
    ['keeps tabs', 'a\tb', 'a\tb'],
    ['has one kind of line break', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['has no half characters', 'a\ud83db', 'a\ufffdb'],
    ['keeps whole characters', '👩‍👩‍👧 ñ שלום', '👩‍👩‍👧 ñ שלום'],
    ['loses what is no character', 'a\ufffeb\uffff', 'ab'],
  ])('%s', (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});
