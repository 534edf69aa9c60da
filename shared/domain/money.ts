/**
 * Amounts of money, exact. An amount is a whole number of micros, millionths of the currency's unit: carriers price a
 * segment at 0.0083 and write five decimals, so cents are too coarse, and sums of fractions in floating point drift.
 * Amounts carry no currency; a campaign has one, the carrier's account's. Whoever leaves the range in which whole
 * numbers are exact (about nine thousand million units) gets a RangeError, never a wrong sum.
 */
import { err, ok, type Result } from '../result.ts';
import type { Branded } from './brand.ts';

/** Millionths of the currency's unit. Costs are positive; the carrier's own prices are negative once billed. */
export type Micros = Branded<number, 'micros'>;

/** `too-fine` has more than six decimals that count; `too-large` is beyond the exact range. */
export type MoneyProblem = 'not-an-amount' | 'too-fine' | 'too-large';

export type MoneyLocale = 'en' | 'es';

const microsPerUnit = 1_000_000;
const microsPerCent = 10_000;

/** Throws a RangeError unless the number is whole and exact. */
export function asMicros(value: number): Micros {
  if (!Number.isSafeInteger(value)) throw new RangeError('not a whole, exact number of micros');
  // Adding zero turns -0, which would be shown as "-$0.00", into 0.
  return (value + 0) as Micros;
}

export const noMoney = asMicros(0);

/**
 * Reads a decimal amount as carriers write it: `-0.00750`, `1.15`, `.0083`. Neither grouping nor currency signs nor
 * exponents are taken, and nothing is ever rounded.
 */
export function parseMoney(text: string): Result<Micros, MoneyProblem> {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  const [, sign = '', whole = '', decimals = ''] = match ?? [];
  if (whole === '' && decimals === '') return err('not-an-amount');
  if (/[1-9]/.test(decimals.slice(6))) return err('too-fine');
  const micros = Number(whole + decimals.slice(0, 6).padEnd(6, '0'));
  if (!Number.isSafeInteger(micros)) return err('too-large');
  return ok(asMicros(sign === '-' ? -micros : micros));
}

export function addMoney(...amounts: readonly Micros[]): Micros {
  return amounts.reduce((sum, amount) => asMicros(sum + amount), noMoney);
}

/** The price of `count` things. The count is whole and may be zero. */
export function multiplyMoney(price: Micros, count: number): Micros {
  if (!Number.isSafeInteger(count)) throw new RangeError('a count is a whole number');
  return asMicros(price * count);
}

/** The carrier writes what it took as a negative price; in results and estimates a cost is positive, and back. */
export function negateMoney(amount: Micros): Micros {
  return asMicros(-amount);
}

/** The next whole cent away from zero: what is shown as spent is never less than what was spent, whatever its sign. */
export function roundUpToCents(amount: Micros): Micros {
  const cents = Math.ceil(Math.abs(amount) / microsPerCent);
  return asMicros(Math.sign(amount) * cents * microsPerCent);
}

/**
 * The amount for people, rounded up to cents: `$1,234.57`. Both languages are those of the United States, since the
 * campaign's money is. The currency is an ISO 4217 code such as the carrier's `price_unit`.
 */
export function formatMoney(amount: Micros, locale: MoneyLocale, currency: string): string {
  return formatterOf(locale, currency, 2).format(roundUpToCents(amount) / microsPerUnit);
}

/** A price per segment or message for people, with all its decimals and at least two: `$0.0083`. */
export function formatPrice(price: Micros, locale: MoneyLocale, currency: string): string {
  return formatterOf(locale, currency, 6).format(price / microsPerUnit);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using it, and there are only a handful. */
function formatterOf(locale: MoneyLocale, currency: string, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${maximumFractionDigits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const style = { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits } as const;
  const made = new Intl.NumberFormat(`${locale}-US`, style);
  formatters.set(key, made);
  return made;
}
