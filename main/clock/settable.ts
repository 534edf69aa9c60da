import type { Cancel, Clock } from './index.ts';
import { checkDelay, timersFrom } from './timers.ts';

/** A clock for tests: time stands still until the test moves it. */
export interface SettableClock extends Clock {
  /**
   * Moves both clocks on by `ms` and fires, one by one and in the order of their instants, the timers that come due on
   * the way, also those that are set while it goes. Time stands at a timer's own instant while it runs, and promises
   * settle before the next one fires: await it. When no timer comes due, the new time holds at once.
   */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock as a person may, forwards or backwards. Monotonic time and timers do not move. */
  setWallClock(epochMs: number): void;
  /** How many timers wait: a test that ends with some has found a leak. */
  pendingTimers(): number;
}

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

/** @param options `startAt` is the first instant, in epoch milliseconds. Monotonic time starts at zero. */
export function settableClock(options: { readonly startAt: number }): SettableClock {
  let elapsedMs = 0;
  let startAt = options.startAt;
  const waiting = new Set<Timer>();

  function after(delayMs: number, run: () => void): Cancel {
    checkDelay(delayMs);
    const timer: Timer = { dueMs: elapsedMs + delayMs, run };
    waiting.add(timer);
    return () => void waiting.delete(timer);
  }

  /** The earliest timer due until then; of several at the same instant, the one that was set first. */
  function nextDue(untilMs: number): Timer | undefined {
    let found: Timer | undefined;
    for (const timer of waiting) {
      if (timer.dueMs <= untilMs && (found === undefined || timer.dueMs < found.dueMs)) found = timer;
    }
    return found;
  }

  async function advance(ms: number): Promise<void> {
    checkDelay(ms);
    const untilMs = elapsedMs + ms;
    for (let timer = nextDue(untilMs); timer !== undefined; timer = nextDue(untilMs)) {
      waiting.delete(timer);
      elapsedMs = Math.max(elapsedMs, timer.dueMs);
      timer.run();
      await promisesSettle();
    }
    elapsedMs = untilMs;
    await promisesSettle();
  }

  return {
    nowMs: () => startAt + elapsedMs,
    monotonicMs: () => elapsedMs,
    after,
    ...timersFrom(after),
    advance,
    setWallClock: (epochMs) => {
      startAt = epochMs - elapsedMs;
    },
    pendingTimers: () => waiting.size,
  };
}

/** One turn of the event loop: every promise that can settle without I/O has settled by then. */
function promisesSettle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
