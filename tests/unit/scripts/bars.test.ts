import { expect, test } from 'vitest';
import { verdictOf } from '../../../scripts/bench/bars.ts';

test.each([
  [2, { most: 2 }, true, 'holds (<= 2)'],
  [2.01, { most: 2 }, false, 'ABOVE ITS BAR of 2'],
  [0.97, { least: 0.97 }, true, 'holds (>= 0.97)'],
  [0.96, { least: 0.97 }, false, 'BELOW ITS BAR of 0.97'],
  [1, { least: 0.97, most: 1.02 }, true, 'holds (>= 0.97, <= 1.02)'],
  [1.03, { least: 0.97, most: 1.02 }, false, 'ABOVE ITS BAR of 1.02'],
])('a figure of %d with the bar %j: %s', (value, bar, holds, words) => {
  expect(verdictOf(value, bar)).toEqual({ holds, words });
});

test('a figure without a bar has no verdict', () => {
  expect(verdictOf(1, undefined)).toBeNull();
});
