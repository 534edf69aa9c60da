import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackOff, backOff } from '../../../main/app/back-off.ts';

describe('the wait before something is started again', () => {
  it.each([
    { previous: null, livedMs: 0, next: { waitMs: 250, ends: 1 } },
    { previous: { waitMs: 250, ends: 1 }, livedMs: 0, next: { waitMs: 500, ends: 2 } },
    { previous: { waitMs: 500, ends: 2 }, livedMs: 59_999, next: { waitMs: 1_000, ends: 3 } },
    { previous: { waitMs: 16_000, ends: 7 }, livedMs: 900, next: { waitMs: 30_000, ends: 8 } },
    { previous: { waitMs: 30_000, ends: 8 }, livedMs: 900, next: { waitMs: 30_000, ends: 9 } },
    { previous: { waitMs: 30_000, ends: 9 }, livedMs: 60_000, next: { waitMs: 250, ends: 1 } },
    { previous: { waitMs: 250, ends: 1 }, livedMs: 60_000, next: { waitMs: 250, ends: 1 } },
  ])('after $previous and a life of $livedMs ms it is $next', ({ previous, livedMs, next }) => {
    expect(backOff(previous, livedMs)).toEqual(next);
  });

  it('never shrinks while nothing lives for a minute, and never exceeds half a minute', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(59_999), { maxLength: 30 }), (lives) => {
        let wait: BackOff | null = null;
        for (const livedMs of lives) {
          const next = backOff(wait, livedMs);
          expect(next.waitMs).toBeGreaterThanOrEqual(wait?.waitMs ?? 250);
          expect(next.waitMs).toBeLessThanOrEqual(30_000);
          wait = next;
        }
      }),
    );
  });
});
