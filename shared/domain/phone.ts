/**
 * Phone numbers of contacts and of our own, as the carrier takes them. Takes what is one already, tells what it says of
 * itself and how it is shown. What a person or a file wrote is read by `parse-phone.ts`.
 */
import type { Branded } from './brand.ts';
import { abroadAreaCodes } from './nanp.ts';

/** A number as the carrier takes it: `+`, country code, national number, nothing else. Only `asE164` makes one. */
export type E164 = Branded<string, 'E.164'>;

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
