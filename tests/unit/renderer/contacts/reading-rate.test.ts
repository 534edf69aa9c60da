import { expect, it } from 'vitest';
import {
  type Reading,
  rateOf,
  remember,
  secondsLeft,
} from '../../../../renderer/features/contacts/import/reading-rate.ts';

const readingsOf = (...pairs: readonly (readonly [at: number, done: number])[]): readonly Reading[] =>
  pairs.reduce<readonly Reading[]>((readings, [at, done]) => remember(readings, { at, done }), []);

it('tells no pace from one moment', () => {
  expect(rateOf(readingsOf([1_000, 500]))).toBeNull();
  expect(rateOf(readingsOf([1_000, 500], [1_200, 900]))).toBeNull();
});

it('tells the pace in bytes a second', () => {
  expect(rateOf(readingsOf([0, 0], [1_000, 400], [2_000, 1_000]))).toBe(500);
});

it('forgets how slow the beginning was', () => {
  expect(rateOf(readingsOf([0, 0], [10_000, 10], [11_000, 1_010], [12_000, 2_010]))).toBe(1_000);
});

it('starts afresh when the file is read from its beginning again', () => {
  expect(rateOf(readingsOf([0, 0], [2_000, 9_000], [3_000, 0], [4_000, 700]))).toBe(175);
});

it('tells how long it takes, and nothing while the size or the pace is not known', () => {
  const readings = readingsOf([0, 0], [1_000, 400], [2_000, 1_000]);
  expect(secondsLeft(readings, 3_000)).toBe(4);
  expect(secondsLeft(readings, null)).toBeNull();
  expect(secondsLeft([], 3_000)).toBeNull();
});
