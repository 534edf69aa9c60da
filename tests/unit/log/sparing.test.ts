import { expect, test } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { createSparingLog, memoryLog } from '../../../main/log/index.ts';

function open() {
  const clock = settableClock({ startAt: 0 });
  const log = memoryLog();
  return { clock, lines: () => log.lines, sparing: createSparingLog({ log, clock }) };
}

const hourMs = 60 * 60_000;

test('the same of the same is said once, another one and another reason are said, too', () => {
  const { lines, sparing } = open();
  for (const [about, reason] of [
    [1, 'a'],
    [1, 'a'],
    [2, 'a'],
    [1, 'b'],
    [1, 'a'],
  ] as const) {
    sparing.error('passed-over', about, { about, thrown: new Error(reason) });
  }
  expect(lines()).toMatchObject([
    { level: 'error', event: 'passed-over', about: 1, thrown: { message: 'a' } },
    { about: 2, thrown: { message: 'a' } },
    { about: 1, thrown: { message: 'b' } },
  ]);
  expect(lines()).toHaveLength(3);
});

test('what goes on for hours is said again, with how often it was not said', async () => {
  const { clock, lines, sparing } = open();
  for (let hour = 0; hour <= 6; hour += 1) {
    sparing.warn('unreadable', null, { count: 1 });
    await clock.advance(hourMs);
  }
  expect(lines().map(({ event, unsaid }) => ({ event, unsaid }))).toEqual([
    { event: 'unreadable', unsaid: undefined },
    { event: 'unreadable', unsaid: 5 },
  ]);
});

test('thousands of them are a few hundred lines in six hours, however often they come', async () => {
  const { clock, lines, sparing } = open();
  for (let pass = 0; pass < 6; pass += 1) {
    for (let about = 0; about < 2_000; about += 1) sparing.error('passed-over', about, { about });
    await clock.advance(hourMs - 1);
  }
  expect(lines().length).toBeGreaterThan(100);
  expect(lines().length).toBeLessThan(300);
});
