import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMeantForText } from '../../../renderer/features/texting/first-press.ts';

const restMs = 400;

it.each([
  ['before the text was painted', { paintedAt: null, pressedAt: null }, 5_000, false],
  ['at once after it was', { paintedAt: 1_000, pressedAt: null }, 1_001, false],
  ['a moment too soon', { paintedAt: 1_000, pressedAt: null }, 1_399, false],
  ['once it has been in sight', { paintedAt: 1_000, pressedAt: null }, 1_400, true],
  ['by a hand that goes on pressing', { paintedAt: 1_000, pressedAt: 1_300 }, 1_600, false],
  ['after the hand has rested', { paintedAt: 1_000, pressedAt: 1_300 }, 1_700, true],
  ['after a press before the text was there', { paintedAt: 1_000, pressedAt: 200 }, 1_400, true],
])('a press %s', (_when, arrival, at, isMeant) => {
  expect(isMeantForText(arrival, at, restMs)).toBe(isMeant);
});

it('never lets a text be sent that has been in sight for less than the rest, however one presses', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 30 }),
      fc.nat({ max: 2_000 }),
      (gaps, paintedAt) => {
        let at = 0;
        let pressedAt: number | null = null;
        for (const gap of gaps) {
          at += gap;
          if (isMeantForText({ paintedAt: at < paintedAt ? null : paintedAt, pressedAt }, at, restMs)) {
            expect(at - paintedAt).toBeGreaterThanOrEqual(restMs);
            return;
          }
          pressedAt = at;
        }
      },
    ),
  );
});
