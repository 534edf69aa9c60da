/** What the carrier knows of a phone number by looking at it. */
import type { Dice } from './dice.ts';

/** E.164 as such: a plus and 7 to 15 digits. */
export function isE164(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** A number of the North American plan, whose area code and exchange begin with 2 to 9. */
export function isNorthAmerican(phone: string): boolean {
  return /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(phone);
}

export function isShortCode(text: string): boolean {
  return /^\d{5,6}$/.test(text);
}

export function areaCodeOf(phone: string): string {
  return phone.slice(2, 5);
}

/** `(202) 555-0123` */
export function nationalFormat(phone: string): string {
  return `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`;
}

/**
 * The numbers that Twilio's test credentials give a meaning to, honoured here by the one account. `null` is a number
 * that behaves like any other, or for a sender, one that may send.
 */
export const magic = {
  prefix: '+1500555',
  sender: '+15005550006',
  to: {
    '+15005550001': 21211,
    '+15005550002': 21612,
    '+15005550003': 21408,
    '+15005550004': 21610,
    '+15005550009': 21614,
  },
  from: { '+15005550001': 21212, '+15005550007': 21606, '+15005550008': 21611 },
  buy: { '+15005550000': 21422, '+15005550001': 21421 },
} as const;

export type LineType = 'mobile' | 'landline' | 'fixedVoip' | 'nonFixedVoip' | 'tollFree';

const tollFreeCodes = new Set(['800', '833', '844', '855', '866', '877', '888']);

/** @param landlineShare 0 to 1; of the rest, one in twelve is a number on the internet and not in a mobile network. */
export function lineTypeOf(phone: string, landlineShare: number, dice: Dice): LineType {
  if (tollFreeCodes.has(areaCodeOf(phone))) return 'tollFree';
  if (dice.chance(landlineShare, 'landline', phone)) return 'landline';
  const draw = dice.draw('line type', phone);
  if (draw < 1 / 12) return draw < 1 / 24 ? 'fixedVoip' : 'nonFixedVoip';
  return 'mobile';
}
