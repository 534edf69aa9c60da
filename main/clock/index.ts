/**
 * Time as the engine sees it. Every room takes a `Clock` instead of reading the time by itself, so that a test can
 * pass an hour in a millisecond and stand at any instant. It gives instants, durations and timers; it knows no time
 * zones and no texting hours, and it refuses delays that are negative or not finite.
 */

/** Ends a timer. Calling it again, or after the timer has fired, does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Epoch milliseconds of the wall clock. It may jump in both directions when somebody sets the computer's clock. */
  nowMs(): number;
  /** Milliseconds since an arbitrary start; never goes backwards. The only clock to measure durations with. */
  monotonicMs(): number;
  /**
   * Resolves after `delayMs`.
   * @throws the signal's reason, as a rejection, as soon as `signal` aborts; then no timer stays behind.
   */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
  /** Calls `run` once after `delayMs`, whatever its length, unless cancelled before. */
  after(delayMs: number, run: () => void): Cancel;
  /**
   * Calls `run` again and again. Each wait of `periodMs` begins when the run before it has ended, awaited if it is
   * asynchronous, so runs never overlap. A run that fails is a bug and surfaces as an uncaught error, and the next one
   * still comes. Cancelling lets a run that has begun come to its end.
   */
  every(periodMs: number, run: () => void | Promise<void>): Cancel;
}

export { type SettableClock, settableClock } from './settable.ts';
export { systemClock } from './system.ts';
