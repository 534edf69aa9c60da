import { afterEach, expect, test, vi } from 'vitest';
import { createPatience, GaveUp } from '../../../../scripts/textbank/patience.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('says what it waited for when all patience is at an end', async () => {
  vi.useFakeTimers();
  const patience = createPatience(60_000);
  const never = new Promise<never>(() => {});
  const waits = [
    patience.during('rain', never),
    patience.during('sun', never),
    patience.during('snow', Promise.resolve()),
  ];
  const ends = Promise.allSettled(waits);
  await vi.advanceTimersByTimeAsync(60_000);
  const reason = new GaveUp('Gave up after 1 minutes. It waited for: rain; sun.');
  expect(await ends).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
    { status: 'fulfilled', value: undefined },
  ]);
});

test('asks until there is an answer', async () => {
  const patience = createPatience(60_000);
  const answers = [null, null, 7];
  expect(await patience.until('a number', () => answers.shift() ?? null)).toBe(7);
  patience.end();
});
