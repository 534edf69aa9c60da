/**
 * Phone numbers of contacts and of our own. Takes what a person or a file wrote, gives an `E164` or the reason why not.
 * North American numbers are judged by their digits alone (`nanp.ts`); all others, and all odd spellings, go to
 * libphonenumber. It refuses a number with an extension: a text cannot follow one, and would reach a switchboard or
 * somebody else.
 */
import { type CountryCode, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import { err, ok, type Result } from '../result.ts';
import type { Branded } from './brand.ts';
import { abroadAreaCodes, isNanp, isNanpHome, readNanp } from './nanp.ts';

/** A number as the carrier takes it: `+`, country code, national number, nothing else. Only `asE164` makes one. */
export type E164 = Branded<string, 'E.164'>;

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

const nanpShape = /^\+1[2-9]\d{2}[2-9]\d{6}$/;
/** ITU-T E.164 allows 15 digits; the shortest numbers with their country code have seven. */
const abroadShape = /^\+[2-9]\d{6,14}$/;

/** Whether the text is spelled as E.164 is, which says nothing of whether such a number is in use. */
export function isE164(text: string): boolean {
  return nanpShape.test(text) || abroadShape.test(text);
}

/** For text that was an `E164` before it was stored or sent to the carrier. Throws a TypeError if it is not one. */
export function asE164(text: string): E164 {
  if (!isE164(text)) throw new TypeError(`not E.164: ${maskPhone(text)}`);
  return text as E164;
}

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

/**
 * Whether the number is of neither the United States, their territories included, nor Canada. What this application
 * knows of rates, hours and rules holds there, and a carrier account sends elsewhere only when it was opened for it.
 */
export function isAbroad(phone: E164): boolean {
  const areaCode = areaCodeOf(phone);
  return areaCode === undefined || abroadAreaCodes.has(areaCode);
}

/** The three digits after `+1`; undefined outside North America. */
export function areaCodeOf(phone: E164): string | undefined {
  return phone.startsWith('+1') ? phone.slice(2, 5) : undefined;
}

/** `(202) 555-0123` in North America, E.164 elsewhere: this runs in the window, which does not carry the tables. */
export function displayPhone(phone: E164): string {
  return phone.startsWith('+1') ? `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}` : phone;
}

/**
 * What may stand in a log or an error sentence: `***123`, or `***` where the text has fewer than seven digits and three
 * would give too much away. Takes any text, since what could not be parsed is logged too; keeps nothing but digits.
 */
export function maskPhone(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits.length < 7 ? '***' : `***${digits.slice(-3)}`;
}
