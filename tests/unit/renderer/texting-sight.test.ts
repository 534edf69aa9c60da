import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glanceMs, isMeantForText } from '../../../renderer/features/texting/sight.ts';
import { enterRestsMs } from '../../../renderer/verbs/registry.ts';

describe('a press on a text that has arrived', () => {
  it.each([
    ['before the text was painted', { paintedAt: null, pressedAt: null }, 5_000, false],
    ['at once after it was', { paintedAt: 1_000, pressedAt: null }, 1_001, false],
    ['a moment too soon', { paintedAt: 1_000, pressedAt: null }, 1_399, false],
    ['once it has been in sight', { paintedAt: 1_000, pressedAt: null }, 1_400, true],
    ['by a hand that goes on pressing', { paintedAt: 1_000, pressedAt: 1_300 }, 1_600, false],
    ['after the hand has rested', { paintedAt: 1_000, pressedAt: 1_300 }, 1_700, true],
    ['after a press before the text was there', { paintedAt: 1_000, pressedAt: 200 }, 1_400, true],
  ])('%s', (_when, sight, at, isMeant) => {
    expect(isMeantForText({ isArrival: true, ...sight }, at, 0)).toBe(isMeant);
  });

  it('by a click counts a little later than by a key', () => {
    const sight = { isArrival: true, paintedAt: 1_000, pressedAt: null };
    expect([1_499, 1_500].map((at) => isMeantForText(sight, at, 1))).toEqual([false, true]);
  });

  it('never sends what has been in sight for less than the rest, however one presses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 30 }),
        fc.nat({ max: 2_000 }),
        (gaps, paintedAt) => {
          let at = 0;
          let pressedAt: number | null = null;
          for (const gap of gaps) {
            at += gap;
            const sight = { isArrival: true, paintedAt: at < paintedAt ? null : paintedAt, pressedAt };
            if (isMeantForText(sight, at, 0)) {
              expect(at - paintedAt).toBeGreaterThanOrEqual(enterRestsMs);
              return;
            }
            pressedAt = at;
          }
        },
      ),
    );
  });
});

describe('a press on a text that comes after one that was sent', () => {
  it.each([
    ['a key before it was painted', null, 0, 5_000, false],
    ['the second key of a double press', 1_000, 0, 1_100, false],
    ['the second of two Enters 200 ms apart, 20 ms of which the text took to be painted', 1_020, 0, 1_200, false],
    ['each Enter of somebody who sends three texts a second', 1_020, 0, 1_333, true],
    ['the second click of a slow double click', 1_020, 1, 1_400, false],
    ['a click after a glance', 1_000, 1, 1_500, true],
    ['the second click where the system is set to slower ones', 1_000, 2, 1_800, false],
    ['the third click in a row', 1_000, 3, 2_400, false],
  ] as const)('%s', (_what, paintedAt, clickCount, at, isMeant) => {
    expect(isMeantForText({ isArrival: false, paintedAt, pressedAt: null }, at, clickCount)).toBe(isMeant);
  });

  it('does not count the rest from a press that did nothing', () => {
    const sight = { isArrival: false, paintedAt: 1_000, pressedAt: 1_140 };
    expect(isMeantForText(sight, 1_000 + glanceMs.key, 0)).toBe(true);
  });
});
