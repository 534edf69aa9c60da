import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from '../../../renderer/bridge/pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function paced() {
  const call = vi.fn();
  return { call, pace: createPace(1_000, call) };
}

it('answers the first asking at once', () => {
  const { call, pace } = paced();
  pace.ask();
  expect(call).toHaveBeenCalledTimes(1);
});

it('calls at most once in each interval, however often it is asked', () => {
  const { call, pace } = paced();
  for (let tenth = 0; tenth < 30; tenth += 1) {
    pace.ask();
    vi.advanceTimersByTime(100);
  }
  // At 0, 1, 2 seconds, and at 3 for what was asked since.
  expect(call).toHaveBeenCalledTimes(4);
});

it('never leaves out the last asking', () => {
  const { call, pace } = paced();
  pace.ask();
  pace.ask();
  vi.advanceTimersByTime(1_000);
  expect(call).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(call).toHaveBeenCalledTimes(2);
});

it('calls no more once it has ended', () => {
  const { call, pace } = paced();
  pace.ask();
  pace.ask();
  pace.end();
  vi.advanceTimersByTime(10_000);
  expect(call).toHaveBeenCalledTimes(1);
});
