import type { Cancel, Clock } from './index.ts';

/** The part of a clock that differs between the real one and the settable one. */
export type After = Clock['after'];

/** Guards both clocks against the delays that Node silently turns into one millisecond. */
export function checkDelay(delayMs: number): void {
  if (!Number.isFinite(delayMs) || delayMs < 0) throw new RangeError(`a delay cannot be ${delayMs} ms`);
}

/** Builds `sleep` and `every` from `after`. */
export function timersFrom(after: After): Pick<Clock, 'sleep' | 'every'> {
  return {
    sleep: (delayMs, signal) => sleep(after, delayMs, signal),
    every: (periodMs, run) => every(after, periodMs, run),
  };
}

async function sleep(after: After, delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = after(delayMs, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    signal?.addEventListener('abort', abort, { once: true });
  });
}

function every(after: After, periodMs: number, run: () => void | Promise<void>): Cancel {
  if (!(periodMs > 0)) throw new RangeError(`a period cannot be ${periodMs} ms`);
  let ended = false;
  let cancelNext = after(periodMs, turn);

  function turn(): void {
    let running: Promise<void> | undefined;
    try {
      const outcome = run();
      if (outcome instanceof Promise) running = outcome;
    } finally {
      // Also after a synchronous throw: one failure must not stop what is meant to go on for the engine's life.
      if (running === undefined) next();
    }
    // Not caught here on purpose: a rejected run becomes an unhandled rejection, which the engine reports as a bug.
    void running?.finally(next);
  }

  function next(): void {
    if (!ended) cancelNext = after(periodMs, turn);
  }

  return () => {
    ended = true;
    cancelNext();
  };
}
