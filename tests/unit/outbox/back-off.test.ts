import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseAfterRate, probeDelay } from '../../../main/outbox/rules/back-off.ts';

const almostOne = 1 - Number.EPSILON;

describe('the pause after too many requests', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [6, 32_000],
    [7, 60_000],
    [5_000, 60_000],
  ])('after %d in a row is at most %d ms', (attempt, longestMs) => {
    expect(pauseAfterRate(attempt, undefined, () => almostOne)).toBe(longestMs);
    expect(pauseAfterRate(attempt, undefined, () => 0.5)).toBe(longestMs / 2);
  });

  it('is never nothing', () => {
    expect(pauseAfterRate(1, undefined, () => 0)).toBe(100);
    expect(pauseAfterRate(9, 0, () => almostOne)).toBe(100);
  });

  it.each([
    ['as long as the carrier asks', 7_000, 7_000],
    ['longer than our own longest when the carrier asks for that', 120_000, 120_000],
    ['an hour when the carrier asks for a year', 365 * 86_400_000, 3_600_000],
    ['a whole number of milliseconds', 1_000.2, 1_001],
  ])('is %s', (_name, retryAfterMs, pauseMs) => {
    expect(pauseAfterRate(9, retryAfterMs, () => almostOne)).toBe(pauseMs);
  });

  it.each([-1, Number.NaN])('is our own when the carrier asks for %d', (retryAfterMs) => {
    expect(pauseAfterRate(1, retryAfterMs, () => 0.5)).toBe(500);
  });

  it('lies within its bounds for every throw of the dice', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: almostOne, noNaN: true }), (attempt, thrown) => {
        const pauseMs = pauseAfterRate(attempt, undefined, () => thrown);
        expect(pauseMs).toBeGreaterThanOrEqual(100);
        expect(pauseMs).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});

describe('the delay before the line is tried again', () => {
  it.each([
    [0, 1_000],
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [5, 16_000],
    [6, 30_000],
    [5_000, 30_000],
  ])('after %d failures is %d ms', (failures, delayMs) => {
    expect(probeDelay(failures)).toBe(delayMs);
  });
});
