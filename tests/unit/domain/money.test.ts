import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  asMicros,
  formatMoney,
  formatPrice,
  multiplyMoney,
  negateMoney,
  noMoney,
  parseMoney,
  roundUpToCents,
} from '../../../shared/domain/money.ts';
import { err, ok } from '../../../shared/result.ts';

/** Up to four thousand million units, so that two can be added within the exact range. */
const amounts = fc.integer({ min: -4e15, max: 4e15 }).map(asMicros);

/** The amount as a decimal text, written with whole numbers only. */
function decimalOf(micros: number): string {
  const digits = BigInt(Math.abs(micros)).toString().padStart(7, '0');
  return `${micros < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

describe('parseMoney', () => {
  it.each([
    ['-0.00750', -7_500],
    ['0.0083', 8_300],
    ['.0045', 4_500],
    ['1.15', 1_150_000],
    ['1000', 1_000_000_000],
    ['1.', 1_000_000],
    ['+2', 2_000_000],
    [' 0.022 ', 22_000],
    ['0.0000010000', 1],
    ['-0', 0],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
  ])('reads "%s" as %d micros', (text, micros) => {
    expect(parseMoney(text)).toEqual(ok(micros));
  });

  it.each([
    ['', 'not-an-amount'],
    ['.', 'not-an-amount'],
    ['-', 'not-an-amount'],
    ['free', 'not-an-amount'],
    ['$1.15', 'not-an-amount'],
    ['1,15', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
    ['1.2.3', 'not-an-amount'],
    ['--1', 'not-an-amount'],
    ['Infinity', 'not-an-amount'],
    ['0.0000001', 'too-fine'],
    ['9007199254.740992', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('refuses "%s": %s', (text, problem) => {
    expect(parseMoney(text)).toEqual(err(problem));
  });

  it('gives back every amount that was written as a decimal', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (micros) => {
        expect(parseMoney(decimalOf(micros))).toEqual(ok(micros + 0));
      }),
    );
  });
});

describe('sums and products', () => {
  it('do not drift as floating point does', () => {
    const segment = asMicros(8_300);
    expect(addMoney(...Array.from({ length: 100_000 }, () => segment))).toBe(830_000_000);
    expect(multiplyMoney(segment, 100_000)).toBe(830_000_000);
  });

  it('are those of whole numbers without bounds', () => {
    const prices = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(asMicros);
    fc.assert(
      fc.property(amounts, amounts, prices, fc.integer({ min: 0, max: 1e9 }), (a, b, price, count) => {
        expect(BigInt(addMoney(a, b))).toBe(BigInt(a) + BigInt(b));
        expect(BigInt(multiplyMoney(price, count))).toBe(BigInt(price) * BigInt(count));
      }),
    );
  });

  it('of nothing are no money, never less than none', () => {
    expect(addMoney()).toBe(noMoney);
    expect(multiplyMoney(asMicros(-7_500), 0)).toBe(0);
    expect(negateMoney(noMoney)).toBe(0);
  });

  it('turn the price that the carrier took into a cost', () => {
    expect(negateMoney(asMicros(-7_500))).toBe(7_500);
  });

  it('throw rather than leave the exact range', () => {
    const most = asMicros(Number.MAX_SAFE_INTEGER);
    expect(() => addMoney(most, asMicros(1))).toThrow(RangeError);
    expect(() => multiplyMoney(most, 3)).toThrow(RangeError);
    expect(() => multiplyMoney(asMicros(2), 0.5)).toThrow(RangeError);
    expect(() => asMicros(0.5)).toThrow(RangeError);
  });
});

describe('roundUpToCents', () => {
  it.each([
    [0, 0],
    [1, 10_000],
    [10_000, 10_000],
    [10_001, 20_000],
    [-7_500, -10_000],
    [-10_000, -10_000],
  ])('makes %d micros %d', (micros, rounded) => {
    expect(roundUpToCents(asMicros(micros))).toBe(rounded);
  });

  it('gives whole cents, never nearer to zero and less than a cent away', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const rounded = roundUpToCents(amount);
        const grown = Math.abs(rounded) - Math.abs(amount);
        expect(Math.abs(rounded % 10_000)).toBe(0);
        expect(grown).toBeGreaterThanOrEqual(0);
        expect(grown).toBeLessThan(10_000);
        expect(Math.sign(rounded)).toBe(Math.sign(amount));
      }),
    );
  });
});

describe('formatMoney', () => {
  it.each([
    [1_234_561_000, 'en', 'USD', '$1,234.57'],
    [1_234_561_000, 'es', 'USD', '$1,234.57'],
    [8_300, 'en', 'USD', '$0.01'],
    [-7_500, 'en', 'USD', '-$0.01'],
    [0, 'en', 'USD', '$0.00'],
    [10_000_000, 'en', 'EUR', '€10.00'],
  ] as const)('shows %d micros in %s and %s as %s', (micros, locale, currency, shown) => {
    expect(formatMoney(asMicros(micros), locale, currency)).toBe(shown);
  });

  it('shows every amount to the exact cent', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const shown = formatMoney(amount, 'en', 'USD').replace(/[$,]/g, '');
        expect(parseMoney(shown)).toEqual(ok(roundUpToCents(amount)));
      }),
    );
  });
});

describe('formatPrice', () => {
  it.each([
    [8_300, '$0.0083'],
    [22_000, '$0.022'],
    [1_150_000, '$1.15'],
    [1_000_000, '$1.00'],
    [1, '$0.000001'],
  ])('shows %d micros as %s', (micros, shown) => {
    expect(formatPrice(asMicros(micros), 'en', 'USD')).toBe(shown);
  });
});
