import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWaiting, fewMegabytes, waitingOf } from '../../../renderer/features/status/waiting.ts';

const none = { queued: 0, waiting: {}, sending: 0, uncertain: 0, needsPerson: 0 };

describe('what waits', () => {
  it('is told by reason, the most first, and the rest waits for its turn', () => {
    expect(waitingOf({ ...none, queued: 10, waiting: { hours: 2, offline: 5 } })).toEqual([
      { reason: 'offline', count: 5 },
      { reason: 'turn', count: 3 },
      { reason: 'hours', count: 2 },
    ]);
  });

  it('leaves out reasons for which nothing waits', () => {
    expect(waitingOf({ ...none, waiting: { hours: 0 } })).toEqual([]);
  });

  it('is everything that the carrier does not have yet, and its reasons add up to it', () => {
    const anyCount = fc.nat({ max: 100_000 });
    const anyStatus = fc
      .record({
        turn: anyCount,
        hours: anyCount,
        pause: anyCount,
        sending: anyCount,
        uncertain: anyCount,
        needsPerson: anyCount,
      })
      .map(({ turn, hours, pause, ...others }) => ({
        queued: turn + hours + pause,
        waiting: { hours, pause },
        ...others,
      }));
    fc.assert(
      fc.property(anyStatus, (status) => {
        const reasons = waitingOf(status);
        expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(countWaiting(status));
        expect(reasons.every(({ count }) => count > 0)).toBe(true);
      }),
    );
  });
});

it.each([
  [undefined, null],
  [999_999_999, 999],
  [1_000_000_000, null],
])('of %s free bytes %s megabytes are worth telling', (bytes, megabytes) => {
  expect(fewMegabytes(bytes)).toBe(megabytes);
});
