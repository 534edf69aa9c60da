/**
 * Phones as the cells of a list hold them. Takes a cell; gives the first number in it that can be texted, or why there
 * is none. It mends what spreadsheets do to long numbers, which is done here and nowhere else: whoever types a phone
 * means what they type. It refuses a number that a spreadsheet has rounded, since its last digits are gone, and one that
 * is abroad.
 */

import type { LeftOutReason } from '../../../shared/contract/contacts.ts';
import { type PhoneProblem, parsePhone } from '../../../shared/domain/parse-phone.ts';
import { type E164, isAbroad } from '../../../shared/domain/phone.ts';
import { err, type Result } from '../../../shared/result.ts';

const reasons: Readonly<Record<PhoneProblem, LeftOutReason>> = {
  empty: 'no-phone',
  'not-a-number': 'bad-phone',
  invalid: 'bad-phone',
  'too-short': 'phone-too-short',
  'no-area-code': 'phone-without-area-code',
  'too-long': 'phone-too-long',
  'has-extension': 'phone-with-extension',
};

/** What stands between two phones in one cell. A slash may also stand inside one, so the whole is tried first. */
const betweenPhones = /[;,|/&\n]|\s(?:or|and|o|y)\s/i;

export function readPhoneCell(cell: string): Result<E164, LeftOutReason> {
  const whole = readOnePhone(cell);
  if (whole.ok) return whole;
  const parts = cell.split(betweenPhones);
  for (const part of parts.length > 1 ? parts : []) {
    const found = readOnePhone(part);
    if (found.ok) return found;
  }
  return whole;
}

function readOnePhone(cell: string): Result<E164, LeftOutReason> {
  // Before it is read, not after: `1202555012.0` with its point as punctuation would be somebody else's number.
  const parsed = parsePhone(odd.test(cell) ? mendPhone(cell) : cell);
  if (!parsed.ok) return err(reasons[parsed.error]);
  return isAbroad(parsed.value) ? err('phone-abroad') : parsed;
}

/** Whether a column of such cells holds phones, and a row with one is no header: also where they cannot be texted. */
export function holdsPhone(cell: string): boolean {
  const found = readPhoneCell(cell);
  return found.ok || found.error === 'phone-abroad';
}

/** What a plainly written phone has none of. */
const odd = /[.,eE='"‘’“”`]/;

/** What a spreadsheet has made of a phone, undone as far as no digit is lost. */
export function mendPhone(cell: string): string {
  // A number kept as text: '202..., ="202...", or in quotes that were escaped once too often.
  const text = cell.replace(/^[\s=]*['"‘’“”`\s]+|['"‘’“”`\s]+$/g, '');
  return wholeNumber(text) ?? text;
}

/** The digits of `2025550123.0` and `2.025550123E+9`; null for anything else, and for a number without its last digits. */
function wholeNumber(text: string): string | null {
  const match = /^(\+?)(\d+)(?:[.,](\d+))?(?:[eE]\+?(\d{1,2}))?$/.exec(text);
  if (match === null) return null;
  const [, plus = '', whole = '', fraction = '', exponent] = match;
  if (exponent === undefined) return /^0{1,2}$/.test(fraction) ? plus + whole : null;
  const shift = Number(exponent);
  if (fraction.length < shift || !/^0*$/.test(fraction.slice(shift))) return null;
  return plus + whole + fraction.slice(0, shift);
}
