import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendPhone, readPhoneCell } from '../../../main/contacts/import/spreadsheet-phone.ts';
import { inventedPhone } from '../../support/lists.ts';

const read: readonly [cell: string, phone: string][] = [
  ['2025550123', '+12025550123'],
  ['2025550123.0', '+12025550123'],
  ['2025550123,00', '+12025550123'],
  ['12025550123.0', '+12025550123'],
  ['2.025550123E+9', '+12025550123'],
  ['2,025550123E+09', '+12025550123'],
  ['2.025550123e9', '+12025550123'],
  ['1.2025550123E+10', '+12025550123'],
  ["'2025550123", '+12025550123'],
  ["'+12025550123", '+12025550123'],
  ['"(202) 555-0123"', '+12025550123'],
  ['="2025550123"', '+12025550123'],
  [' “202-555-0123” ', '+12025550123'],
  ['202.555.0123', '+12025550123'],
  ['202/555-0123', '+12025550123'],
  ['202-555-0123 / 202-555-0124', '+12025550123'],
  ['n/a, 202-555-0123', '+12025550123'],
  ['unknown; 202-555-0123; 202-555-0124', '+12025550123'],
  ['202-555-0123 or 202-555-0124', '+12025550123'],
  ['2025550123|2025550124', '+12025550123'],
  ['2025550123\n2025550124', '+12025550123'],
  ['+44 7911 123456 / 202-555-0123', '+12025550123'],
];

const refused: readonly [cell: string, reason: string][] = [
  ['', 'no-phone'],
  ['   ', 'no-phone'],
  ["''", 'no-phone'],
  // A spreadsheet has rounded these: the last digits are gone, and guessing them would text somebody else.
  ['2.02555E+9', 'bad-phone'],
  ['2.02555012E+09', 'bad-phone'],
  ['2.0255501234E+9', 'bad-phone'],
  // Ten digits of which the first is a 1, written as a number: its point must not count as punctuation.
  ['1202555012.0', 'bad-phone'],
  ['call her', 'bad-phone'],
  ['555-0123', 'phone-without-area-code'],
  ['202-555', 'phone-too-short'],
  ['+44 7911 123456', 'phone-abroad'],
  ['+52 55 1234 5678', 'phone-abroad'],
  ['011 44 7911 123456', 'phone-abroad'],
  ['(876) 555-0123', 'phone-abroad'],
  ['202-555-0123-99999999', 'phone-too-long'],
  ['202-555-0123 x12', 'phone-with-extension'],
];

describe('the phone of a cell', () => {
  it.each(read)('“%s” is read', (cell, phone) => {
    expect(readPhoneCell(cell)).toEqual({ ok: true, value: phone });
  });

  it.each(refused)('“%s” is refused as %s', (cell, reason) => {
    expect(readPhoneCell(cell)).toEqual({ ok: false, error: reason });
  });

  it('survives whatever a spreadsheet does to a whole number', () => {
    const people = fc.nat({ max: 60_000 }).map((n) => inventedPhone(n).slice(2));
    const damage = fc.constantFrom<(digits: string) => string>(
      (digits) => `${digits}.0`,
      (digits) => `'${digits}`,
      (digits) => `="${digits}"`,
      (digits) => `${digits[0]}.${digits.slice(1)}E+9`,
      (digits) => `${digits[0]},${digits.slice(1)}E+09`,
      (digits) => ` "${digits}" `,
    );
    fc.assert(
      fc.property(people, damage, (digits, harm) => {
        expect(readPhoneCell(harm(digits))).toEqual({ ok: true, value: `+1${digits}` });
      }),
    );
  });

  it('is never another number than the digits that stand there', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'0123456789.,E+-\'"= '), maxLength: 24 });
    fc.assert(
      fc.property(cell, (text) => {
        const found = readPhoneCell(text);
        if (found.ok) expect(text.replace(/\D/g, '')).toContain(found.value.replace(/^\+1?/, '').slice(0, 7));
      }),
    );
  });

  it('is left alone where nothing is to be mended', () => {
    expect(mendPhone('(202) 555-0123')).toBe('(202) 555-0123');
    expect(mendPhone('202.5550123')).toBe('202.5550123');
  });
});
