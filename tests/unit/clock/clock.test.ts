import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Clock, settableClock, systemClock } from '../../../main/clock/index.ts';

const startAt = Date.UTC(2026, 10, 3, 14, 0, 0);

interface Driven {
  readonly clock: Clock;
  advance(ms: number): Promise<void>;
}

const drivers: [string, () => Driven][] = [
  [
    'the settable clock',
    () => {
      const clock = settableClock({ startAt });
      return { clock, advance: (ms) => clock.advance(ms) };
    },
  ],
  [
    'the system clock',
    () => ({
      clock: systemClock(),
      advance: async (ms) => {
        await vi.advanceTimersByTimeAsync(ms);
      },
    }),
  ],
];

describe.each(drivers)('%s', (name, drive) => {
  beforeEach(() => {
    if (name === 'the system clock') vi.useFakeTimers({ now: startAt });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('moves the wall clock and the monotonic clock alike', async () => {
    const { clock, advance } = drive();
    const beganMs = clock.monotonicMs();
    await advance(1_500);
    expect(clock.nowMs()).toBe(startAt + 1_500);
    expect(clock.monotonicMs() - beganMs).toBe(1_500);
  });

  test('fires a timer once, at its instant', async () => {
    const { clock, advance } = drive();
    const firedAt: number[] = [];
    clock.after(1_000, () => firedAt.push(clock.nowMs()));
    await advance(999);
    expect(firedAt).toEqual([]);
    await advance(5_000);
    expect(firedAt).toEqual([startAt + 1_000]);
  });

  test('does not fire a timer that was cancelled', async () => {
    const { clock, advance } = drive();
    const fired = vi.fn();
    const cancel = clock.after(10, fired);
    cancel();
    cancel();
    await advance(100);
    expect(fired).not.toHaveBeenCalled();
  });

  test('keeps a delay of forty days, which is longer than the timers of Node can', async () => {
    const { clock, advance } = drive();
    const dayMs = 86_400_000;
    const fired = vi.fn();
    clock.after(40 * dayMs, fired);
    await advance(40 * dayMs - 1);
    expect(fired).not.toHaveBeenCalled();
    await advance(1);
    expect(fired).toHaveBeenCalledOnce();
  });

  test('cancels a long delay in its second part, too', async () => {
    const { clock, advance } = drive();
    const fired = vi.fn();
    const cancel = clock.after(30 * 86_400_000, fired);
    await advance(29 * 86_400_000);
    cancel();
    await advance(2 * 86_400_000);
    expect(fired).not.toHaveBeenCalled();
  });

  test('repeats, counting each period from the end of the run before', async () => {
    const { clock, advance } = drive();
    const beganAt: number[] = [];
    const cancel = clock.every(100, async () => {
      beganAt.push(clock.nowMs() - startAt);
      await clock.sleep(250);
    });
    await advance(1_000);
    cancel();
    await advance(1_000);
    expect(beganAt).toEqual([100, 450, 800]);
  });

  test('lets a run cancel its own repetition', async () => {
    const { clock, advance } = drive();
    let runs = 0;
    const cancel = clock.every(100, () => {
      runs += 1;
      if (runs === 2) cancel();
    });
    await advance(1_000);
    expect(runs).toBe(2);
  });

  test('wakes a sleeper in time and ends one whose signal aborts', async () => {
    const { clock, advance } = drive();
    const stop = new AbortController();
    const woken: string[] = [];
    void clock.sleep(100).then(() => woken.push('slept'));
    void clock.sleep(500, stop.signal).catch((reason: unknown) => woken.push(String(reason)));
    await advance(200);
    stop.abort('stopped');
    await advance(1_000);
    expect(woken).toEqual(['slept', 'stopped']);
  });

  test('does not begin a sleep whose signal has aborted before', async () => {
    const { clock } = drive();
    await expect(clock.sleep(100, AbortSignal.abort('stopped'))).rejects.toBe('stopped');
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a delay of %s ms', async (delayMs) => {
    const { clock } = drive();
    expect(() => clock.after(delayMs, () => {})).toThrow(RangeError);
    expect(() => clock.every(delayMs, () => {})).toThrow(RangeError);
    await expect(clock.sleep(delayMs)).rejects.toThrow(RangeError);
  });
});

describe('the settable clock alone', () => {
  test('fires timers in the order of their instants, and those of one instant as they were set', async () => {
    const clock = settableClock({ startAt });
    const fired: string[] = [];
    clock.after(20, () => fired.push('third'));
    clock.after(10, () => fired.push('first'));
    clock.after(10, () => fired.push('second'));
    await clock.advance(20);
    expect(fired).toEqual(['first', 'second', 'third']);
  });

  test('fires timers that are set on the way', async () => {
    const clock = settableClock({ startAt });
    const firedAt: number[] = [];
    clock.after(10, () => clock.after(10, () => firedAt.push(clock.monotonicMs())));
    await clock.advance(20);
    expect(firedAt).toEqual([20]);
  });

  test('follows a loop that sleeps', async () => {
    const clock = settableClock({ startAt });
    let rounds = 0;
    const loop = async (): Promise<void> => {
      for (; rounds < 5; rounds += 1) await clock.sleep(100);
    };
    void loop();
    await clock.advance(350);
    expect(rounds).toBe(3);
  });

  test('keeps its timers when somebody sets the wall clock back', async () => {
    const clock = settableClock({ startAt });
    const fired = vi.fn();
    clock.after(1_000, fired);
    clock.setWallClock(startAt - 3_600_000);
    expect(clock.nowMs()).toBe(startAt - 3_600_000);
    expect(clock.monotonicMs()).toBe(0);
    await clock.advance(1_000);
    expect(fired).toHaveBeenCalledOnce();
    expect(clock.nowMs()).toBe(startAt - 3_599_000);
  });

  test('tells how many timers wait, so that a test finds a leak', async () => {
    const clock = settableClock({ startAt });
    const stop = new AbortController();
    const cancel = clock.every(100, () => {});
    const sleeping = clock.sleep(100, stop.signal).catch(() => 'aborted');
    expect(clock.pendingTimers()).toBe(2);
    cancel();
    stop.abort();
    expect(await sleeping).toBe('aborted');
    expect(clock.pendingTimers()).toBe(0);
  });

  test('goes on repeating after a run that failed, and the failure surfaces', async () => {
    const clock = settableClock({ startAt });
    let runs = 0;
    clock.every(100, () => {
      runs += 1;
      if (runs === 1) throw new Error('a bug');
    });
    await expect(clock.advance(100)).rejects.toThrow('a bug');
    await clock.advance(100);
    expect(runs).toBe(2);
  });
});
