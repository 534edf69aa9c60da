import { describe, expect, it } from 'vitest';
import { type NumberRange, readNumber } from '../../../renderer/features/settings/written-number.ts';

const whole: NumberRange = { least: 0, most: 1_000, isWhole: true, mayBeEmpty: true };
const rate: NumberRange = { least: 0.01, most: 10_000, isWhole: false, mayBeEmpty: false };

const good = (value: number | null) => ({ is: 'good', value });
const begun = { is: 'begun' };
const bad = { is: 'bad' };

describe('what is written into a number box', () => {
  it.each([
    ['', whole, good(null)],
    ['  ', whole, good(null)],
    ['', rate, begun],
    ['0', whole, good(0)],
    ['0', rate, begun],
    ['0.', rate, begun],
    ['0.5', rate, good(0.5)],
    ['.5', rate, good(0.5)],
    ['0,5', rate, good(0.5)],
    ['5.', rate, good(5)],
    ['1.0', whole, good(1)],
    [' 20 ', whole, good(20)],
    ['1,000', whole, good(1_000)],
    ['10,000', rate, good(10_000)],
    ['10,000.5', rate, bad],
    ['1,00', whole, bad],
    ['banana', whole, bad],
    ['1.5', whole, bad],
    ['-3', whole, bad],
    ['-', rate, bad],
    ['99999999', whole, bad],
    ['1001', whole, bad],
    ['1e3', whole, bad],
    ['0x10', whole, bad],
    ['Infinity', rate, bad],
    ['1 000', whole, bad],
    ['12 or 13', whole, bad],
    ['.', rate, bad],
  ] as const)('%j in %o is %o', (written, range, expected) => {
    expect(readNumber(written, range)).toEqual(expected);
  });
});
