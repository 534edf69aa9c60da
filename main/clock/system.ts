import type { Cancel, Clock } from './index.ts';
import { checkDelay, timersFrom } from './timers.ts';

/** The longest delay that setTimeout takes; anything longer fires at once. About 24.8 days. */
const longestTimeoutMs = 2 ** 31 - 1;

/** The computer's own clock. Its timers keep the process alive until they fire or are cancelled. */
export function systemClock(): Clock {
  return { nowMs: () => Date.now(), monotonicMs: () => performance.now(), after, ...timersFrom(after) };
}

function after(delayMs: number, run: () => void): Cancel {
  checkDelay(delayMs);
  let leftMs = delayMs;
  let timer = setTimeout(step, Math.min(leftMs, longestTimeoutMs));

  function step(): void {
    leftMs -= longestTimeoutMs;
    if (leftMs <= 0) run();
    else timer = setTimeout(step, Math.min(leftMs, longestTimeoutMs));
  }

  return () => clearTimeout(timer);
}
