import type { Clock } from '../clock/index.ts';
import { type ClockFacts, type Correction, correctedNow, ignoredOffsetMs, measure } from './rules/clock-trust.ts';

/** One exchange with the carrier in which it told its clock. */
export interface ServerTimeHeard {
  readonly serverAt: number;
  readonly sent: ClockFacts;
  readonly received: ClockFacts;
}

/**
 * What time it is for texting hours and for attempts: our clock, corrected by the carrier's. While neither can be
 * trusted it says so; nothing leaves then, but people go on texting by the best guess, because what they decide is
 * judged again before it leaves.
 */
export interface CarrierTime {
  facts(): ClockFacts;
  now(): { readonly kind: 'sure'; readonly at: number } | { readonly kind: 'unsure' };
  /**
   * Whether the carrier has told its clock since this program began. Nothing leaves before: an attempt that was noted by
   * a slow clock would seem old as soon as the clock is corrected, and its absence proven too early.
   */
  isMeasured(): boolean;
  /** The corrected time, or the plain one when nothing better is known. */
  bestGuess(): number;
  hear(heard: ServerTimeHeard): void;
}

/** @param lastKnownAt the newest instant in the store (epoch ms): time cannot be before it. */
export function createCarrierTime(clock: Clock, lastKnownAt: number): CarrierTime {
  let correction: Correction | null = null;
  const facts = (): ClockFacts => ({ wallAt: clock.nowMs(), monotonicMs: clock.monotonicMs() });
  const now = (): ReturnType<CarrierTime['now']> => correctedNow(facts(), correction, lastKnownAt);
  return {
    facts,
    now,
    isMeasured: () => correction !== null,
    bestGuess: () => {
      const known = now();
      return known.kind === 'sure' ? known.at : Math.max(clock.nowMs(), lastKnownAt);
    },
    hear: ({ serverAt, sent, received }) => {
      const measured = measure(serverAt, sent, received);
      if (measured === null) return;
      // Within what a measurement may be wrong by, the offset stays: our instants must not jump to and fro.
      const kept = correction !== null && Math.abs(measured.offsetMs - correction.offsetMs) < ignoredOffsetMs;
      correction = kept && correction !== null ? { ...measured, offsetMs: correction.offsetMs } : measured;
    },
  };
}
