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
    expect(isMeantForText({ isArrival: true, ...sight }, at, 'key')).toBe(isMeant);
    expect(isMeantForText({ isArrival: true, ...sight }, at, 'click')).toBe(isMeant);
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
            if (isMeantForText(sight, at, 'key')) {
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
    ['a key before it was painted', null, 'key', 5_000, false],
    ['the second key of a double press', 1_000, 'key', 1_100, false],
    ['a key after a glance', 1_000, 'key', 1_150, true],
    ['the second click of a double click', 1_000, 'click', 1_299, false],
    ['a click after a glance', 1_000, 'click', 1_300, true],
  ] as const)('%s', (_what, paintedAt, pressedWith, at, isMeant) => {
    expect(isMeantForText({ isArrival: false, paintedAt, pressedAt: null }, at, pressedWith)).toBe(isMeant);
  });

  it('does not count the rest from a press that did nothing', () => {
    expect(isMeantForText({ isArrival: false, paintedAt: 1_000, pressedAt: 1_140 }, 1_000 + glanceMs.key, 'key')).toBe(
      true,
    );
  });
});
