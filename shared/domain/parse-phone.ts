/**
 * Reads phone numbers. Takes what a person or a file wrote, gives an `E164` or the reason why not. North American numbers
 * are judged by their digits alone (`nanp.ts`); all others, and all odd spellings, go to libphonenumber. It refuses a
 * number with an extension: a text cannot follow one, and would reach a switchboard or somebody else. It stands apart
 * from `phone.ts`, since it brings the tables of all countries along, and most of those who hold a phone read none.
 */
import { type CountryCode, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import { err, ok, type Result } from '../result.ts';
import { isNanp, isNanpHome, readNanp } from './nanp.ts';
import { asE164, type E164, isE164 } from './phone.ts';

/** Why a text is no number that can be texted. */
export type PhoneProblem =
  | 'empty'
  | 'not-a-number'
  | 'too-short'
  /** A whole North American number but for the area code, as neighbours write it: `555-0105`. */
  | 'no-area-code'
  | 'too-long'
  | 'has-extension'
  | 'invalid';

/** The country, as two capital letters, whose numbers are written without a country code. */
export type { CountryCode };

/**
 * Reads one phone number as people write it. Punctuation is free, letters are not: `1-800-FLOWERS` is not a number.
 * A North American number need not be in service (see `nanp.ts`); any other must be in libphonenumber's tables.
 */
export function parsePhone(text: string, defaultCountry: CountryCode = 'US'): Result<E164, PhoneProblem> {
  const digits = readNanp(text, isNanpHome(defaultCountry));
  return digits === 0 ? parseWithTables(bareNumber(text), defaultCountry) : ok(`+1${digits}` as E164);
}

/** Without what address books leave around a number: invisible direction marks, and the scheme of a telephone link. */
function bareNumber(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/i, '');
}

function parseWithTables(text: string, defaultCountry: CountryCode): Result<E164, PhoneProblem> {
  if (text === '') return err('empty');
  if (isNanpHome(defaultCountry) && isLocal(text)) return err('no-area-code');
  const options = { defaultCountry, extract: false };
  const problem = validatePhoneNumberLength(text, options);
  if (problem === 'TOO_SHORT') return err('too-short');
  if (problem === 'TOO_LONG') return err('too-long');
  if (problem === 'NOT_A_NUMBER') return err('not-a-number');
  const phone = parsePhoneNumberFromString(text, options);
  if (problem !== undefined || phone === undefined) return err('invalid');
  if (phone.ext !== undefined) return err('has-extension');
  // One rule for the plan, however the number is spelled: libphonenumber also wants the area code to be in service.
  const exists = phone.countryCallingCode === '1' ? isNanp(Number(phone.nationalNumber)) : phone.isValid();
  return exists && isE164(phone.number) ? ok(asE164(phone.number)) : err('invalid');
}

/** Exchange and line of a North American number: seven digits of which the first can begin an exchange. */
function isLocal(text: string): boolean {
  return /^[2-9]\d{6}$/.test(text.replace(/[\s()./\p{Dash}]/gu, ''));
}
