import type { Cancel, Clock } from '../clock/index.ts';

/** A reading of the whole account that came to its end. */
export interface ReadToTheEnd {
  /** When it began, by the monotonic clock. */
  readonly begunMs: number;
  /** The same by the wall clock (epoch ms): what was asked before a sleep may come to its end after it. */
  readonly begunAt: number;
  /** Whether nothing of it was unreadable. */
  readonly isComplete: boolean;
}

/**
 * Whether what contacts have written lately has been heard. Nothing leaves while it has not: somebody may have opted out
 * while the line was down, the computer slept, or the carrier's list could not be read.
 */
export interface Hearing {
  isFresh(): boolean;
  /** The same; when it has been too long it asks for a reading, and wakes who waits when it comes. */
  insist(): boolean;
  /** The line has come up: what was heard before is not enough. */
  begin(): void;
  note(reading: ReadToTheEnd): void;
  stop(): void;
}

/** The account is read at least every minute while all is well; this is well above that, and no opt-out is older. */
const freshForMs = 3 * 60_000;
const askAgainMs = 5_000;

export function createHearing(parts: {
  readonly clock: Clock;
  readonly askToRead: () => void;
  readonly onFresh: () => void;
}): Hearing {
  const { clock } = parts;
  let upSinceMs = Number.POSITIVE_INFINITY;
  /** Both clocks at the beginning of the last reading: a computer that slept shows it in one of them. */
  let heard: { readonly ms: number; readonly at: number } | null = null;
  let cancelAsking: Cancel | null = null;

  const within = (elapsedMs: number): boolean => Math.abs(elapsedMs) <= freshForMs;
  const isFresh = (): boolean =>
    heard !== null && within(clock.monotonicMs() - heard.ms) && within(clock.nowMs() - heard.at);

  function ask(): void {
    if (cancelAsking !== null) return;
    cancelAsking = clock.after(askAgainMs, () => {
      cancelAsking = null;
      parts.onFresh();
    });
    parts.askToRead();
  }

  return {
    isFresh,
    insist: () => {
      const fresh = isFresh();
      if (!fresh) ask();
      return fresh;
    },
    begin: () => {
      upSinceMs = clock.monotonicMs();
      heard = null;
      cancelAsking?.();
      cancelAsking = null;
      ask();
    },
    note: ({ begunMs, begunAt }) => {
      if (begunMs < upSinceMs) return;
      const wasFresh = isFresh();
      heard = { ms: begunMs, at: begunAt };
      if (!wasFresh) parts.onFresh();
    },
    stop: () => cancelAsking?.(),
  };
}
