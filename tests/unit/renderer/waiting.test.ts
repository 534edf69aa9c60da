import { describe, expect, it } from 'vitest';
import { fewMegabytes, mainReason, waitingOf } from '../../../renderer/features/status/waiting.ts';

describe('what waits', () => {
  it('is told by reason, the most first, and the rest waits for its turn', () => {
    expect(waitingOf({ queued: 10, waiting: { hours: 2, offline: 5 } })).toEqual([
      { reason: 'offline', count: 5 },
      { reason: 'turn', count: 3 },
      { reason: 'hours', count: 2 },
    ]);
  });

  it('leaves out reasons for which nothing waits', () => {
    expect(waitingOf({ queued: 0, waiting: { hours: 0 } })).toEqual([]);
  });

  it.each([
    [{ queued: 3, waiting: { hours: 3 } }, 'hours'],
    [{ queued: 9, waiting: { hours: 1 } }, 'hours'],
    [{ queued: 9, waiting: { hours: 1, lock: 1 } }, 'several'],
    [{ queued: 9, waiting: {} }, 'turn'],
    [{ queued: 0, waiting: {} }, null],
  ] as const)('of %o has the one word %s', (status, word) => {
    expect(mainReason(waitingOf(status))).toBe(word);
  });
});

it.each([
  [undefined, null],
  [999_999_999, 999],
  [1_000_000_000, null],
])('of %s free bytes %s megabytes are worth telling', (bytes, megabytes) => {
  expect(fewMegabytes(bytes)).toBe(megabytes);
});
