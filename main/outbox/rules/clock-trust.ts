/**
 * What time it is, for judging texting hours. Takes readings of this computer's two clocks and what the carrier's `Date`
 * header said; gives the instant, or says that nobody can be sure. A computer's wall clock is set by people, and a wrong
 * one would text at night. It refuses to guess: while it is unsure nothing leaves, and any answer of the carrier ends that.
 */

/** Both clocks, read at one moment. */
export interface ClockFacts {
  /** Epoch ms by the wall clock, which anybody may set. */
  readonly wallAt: number;
  /** Milliseconds since an arbitrary start; only differences mean anything, and only within one run of the program. */
  readonly monotonicMs: number;
}

export interface Correction {
  /** What has to be added to the wall clock to get the carrier's. */
  readonly offsetMs: number;
  /** The clocks when the offset was found. */
  readonly measured: ClockFacts;
}

/** A longer exchange leaves the carrier's instant too vague: it is wrong by up to half of the trip, and half a second. */
export const longestTripMs = 5_000;
/** Within one exchange the two clocks run alike but for rounding and the slewing of a time service. */
const exchangeToleranceMs = 250;
/**
 * So far the wall clock may have gone from the monotonic one since the measurement: room for the two oscillators to
 * drift for a day (50 millionths), and less than the margin with which texts are kept clear of closing time.
 */
export const driftToleranceMs = 5_000;
/** A smaller offset is within the error of measuring; following it would make our instants jump to and fro. */
export const ignoredOffsetMs = 2_000;
/** The newest instant in the store may come from another desktop or the carrier, whose clocks differ a little. */
const lastKnownToleranceMs = 5 * 60_000;
/** Nobody had this program before; a computer that lost its clock's battery wakes up years earlier. */
export const programMadeAt = Date.UTC(2026, 0, 1);

/**
 * Finds the offset from one exchange with the carrier.
 * @param serverAt the `Date` header, in epoch ms but cut to the second
 * @param sent both clocks before the request, `received` after its answer
 * @returns null when the exchange tells too little: it took too long, or the wall clock was set on the way
 */
export function measure(serverAt: number, sent: ClockFacts, received: ClockFacts): Correction | null {
  const tripMs = received.monotonicMs - sent.monotonicMs;
  if (!(tripMs >= 0 && tripMs <= longestTripMs)) return null;
  if (Math.abs(received.wallAt - sent.wallAt - tripMs) > exchangeToleranceMs) return null;
  // The header is half a second old on average, and was written in the middle of the trip for all we know.
  const offsetMs = Math.round(serverAt + 500 - (sent.wallAt + received.wallAt) / 2);
  return { offsetMs, measured: received };
}

/**
 * The instant by the corrected clock. A wall clock that since the measurement did not run with the monotonic one was set,
 * or the computer slept (on some systems the monotonic clock stands still meanwhile). Nothing here tells the two apart,
 * and a text at night is worse than a late one, so both are unsure until the carrier has answered again. Without any
 * correction the wall clock is believed unless it shows an instant that is certainly past.
 * @param lastKnownAt the newest instant in the store (epoch ms)
 */
export function correctedNow(
  now: ClockFacts,
  correction: Correction | null,
  lastKnownAt: number,
): { readonly kind: 'sure'; readonly at: number } | { readonly kind: 'unsure' } {
  if (correction === null) {
    const earliestAt = Math.max(lastKnownAt - lastKnownToleranceMs, programMadeAt);
    return now.wallAt >= earliestAt ? { kind: 'sure', at: now.wallAt } : { kind: 'unsure' };
  }
  const { measured, offsetMs } = correction;
  const driftMs = now.wallAt - measured.wallAt - (now.monotonicMs - measured.monotonicMs);
  if (Math.abs(driftMs) > driftToleranceMs) return { kind: 'unsure' };
  return { kind: 'sure', at: now.wallAt + (Math.abs(offsetMs) < ignoredOffsetMs ? 0 : offsetMs) };
}
