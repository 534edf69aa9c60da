const shortestMs = 250;
const longestMs = 30_000;
/** A life as long as this counts as health, and what went before is forgotten. */
const recoveredAfterMs = 60_000;

export interface BackOff {
  readonly waitMs: number;
  /** How many ends in a row this wait follows, from 1. */
  readonly ends: number;
}

/**
 * How long to wait before something that ended is started again: doubling from 0.25 s, which nobody notices, to 30 s,
 * and short again after a life of a minute. `previous` is the wait before the life that has just ended.
 */
export function backOff(previous: BackOff | null, livedMs: number): BackOff {
  if (previous === null || livedMs >= recoveredAfterMs) return { waitMs: shortestMs, ends: 1 };
  return { waitMs: Math.min(previous.waitMs * 2, longestMs), ends: previous.ends + 1 };
}
