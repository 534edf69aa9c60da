/**
 * How long to leave the carrier in peace. Takes how often it turned us away, or could not be reached, and what it asked
 * for; gives a pause in milliseconds.
 */

/** A pause of nothing would only be turned away again. */
const shortestPauseMs = 100;
const longestPauseMs = 60_000;
/** No carrier means more: a header beyond it is a mistake, and asking once an hour annoys nobody. */
const longestAskedPauseMs = 60 * 60_000;
const longestProbeDelayMs = 30_000;

/**
 * The pause after an answer of 429: what the carrier asks for, else a second that doubles with each one, of which a random
 * part is waited, so that several desktops on one account do not come back together.
 * @param attempt how many such answers came in a row, this one included
 * @param retryAfterMs the carrier's `Retry-After`, if it sent one
 * @param random gives a number from 0 up to, not including, 1
 */
export function pauseAfterRate(attempt: number, retryAfterMs: number | undefined, random: () => number): number {
  if (retryAfterMs !== undefined && retryAfterMs >= 0) {
    return Math.min(longestAskedPauseMs, Math.max(shortestPauseMs, Math.ceil(retryAfterMs)));
  }
  const upToMs = doubled(attempt, longestPauseMs);
  return Math.max(shortestPauseMs, Math.round(random() * upToMs));
}

/**
 * When to try again whether there is a line.
 * @param failures how many tries failed in a row, the last one included
 */
export function probeDelay(failures: number): number {
  return doubled(failures, longestProbeDelayMs);
}

/**
 * When to let one text go out on trial after calls without an understandable answer. Each that fails is a text in doubt.
 * @param failures how many trials failed in a row, the calls before the first one included
 */
export function trialDelay(failures: number): number {
  return doubled(failures, longestPauseMs);
}

/** One second for the first time, twice as long for each one after. */
function doubled(times: number, longestMs: number): number {
  return Math.min(longestMs, 1_000 * 2 ** (Math.max(1, times) - 1));
}
