import type { Cancel, Clock } from '../../main/clock/index.ts';
import { checkDelay, timersFrom } from '../../main/clock/timers.ts';
import { type ClockFace, realNowMs } from './clock-file.ts';

/** How long a movement of the clock may go unnoticed by those who wait for it, in real milliseconds. */
const lookEveryMs = 10;

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

/**
 * An engine's clock that follows the common one. Its wall clock is skewed as the face says; its monotonic time is not,
 * as setting a computer's clock does not move it either. Timers fire late by what a movement leapt over, as they do on
 * a computer that was busy.
 */
export function commonClock(readFace: () => ClockFace): Clock {
  const waiting = new Set<Timer>();
  let isLooking = false;

  function monotonicMs(): number {
    const face = readFace();
    return face.monotonicMs + (realNowMs() - face.realMs);
  }

  function nowMs(): number {
    const { wallAt, skewMs, realMs } = readFace();
    return Math.floor(wallAt + skewMs + (realNowMs() - realMs));
  }

  function after(delayMs: number, run: () => void): Cancel {
    checkDelay(delayMs);
    const timer: Timer = { dueMs: monotonicMs() + delayMs, run };
    waiting.add(timer);
    look();
    return () => void waiting.delete(timer);
  }

  function look(): void {
    if (waiting.size === 0 || isLooking) return;
    isLooking = true;
    setTimeout(fire, lookEveryMs);
  }

  function fire(): void {
    isLooking = false;
    const now = monotonicMs();
    const due = [...waiting].filter(({ dueMs }) => dueMs <= now).sort((one, other) => one.dueMs - other.dueMs);
    look();
    for (const timer of due) {
      // One that ran before it may have cancelled it.
      if (waiting.delete(timer)) timer.run();
    }
    look();
  }

  return { nowMs, monotonicMs, after, ...timersFrom(after) };
}
