/**
 * How many texts may be under way, by how the last calls ended. Takes what was heard of calls, gives a room. A carrier may
 * show its lists and still break whatever it is asked to take, and each such call leaves a text in doubt: so after a call
 * without an understandable answer no other follows while any is under way, and after several in a row one text at a time
 * goes out on trial, more and more rarely, until one is answered.
 */
import type { Heard } from '../answers.ts';
import { trialDelay } from './back-off.ts';

export interface Trust {
  /** So many calls in a row ended without an understandable answer. */
  readonly troubles: number;
  /** So many times in a row everything that was under way together did, once that was trouble enough. */
  readonly failures: number;
  /** By the monotonic clock: no text goes out on trial before. */
  readonly nextTrialMs: number;
}

/** So many calls in a row without an understandable answer, and the line is taken to be down until it is probed. */
const troublesUntilDown = 3;

export const fullTrust: Trust = { troubles: 0, failures: 0, nextTrialMs: Number.NEGATIVE_INFINITY };

export function isBroken({ troubles }: Trust): boolean {
  return troubles >= troublesUntilDown;
}

/**
 * What is to be thought after some more answers, in their order.
 * @param underWay calls whose end is still to come
 * @param nowMs by the monotonic clock
 */
export function trustAfter(before: Trust, heard: readonly Heard[], underWay: number, nowMs: number): Trust {
  const answered = heard.lastIndexOf('up');
  const since = heard.slice(answered + 1).filter((one) => one === 'troubled').length;
  const known = answered === -1 ? before : fullTrust;
  if (since === 0) return known;
  const after = { ...known, troubles: known.troubles + since };
  if (!isBroken(after) || underWay > 0) return after;
  const failures = known.failures + 1;
  return { ...after, failures, nextTrialMs: nowMs + trialDelay(failures) };
}

/**
 * Whether texts go out on trial now: one is under way, or the next has to wait because the last ones failed. When that
 * wait is over and nothing goes out, there is nothing to try, and nobody need be told of a fault that may be long over.
 */
export function isOnTrial(trust: Trust, underWay: number, nowMs: number): boolean {
  return isBroken(trust) && (underWay > 0 || nowMs < trust.nextTrialMs);
}

/** How many more texts may be handed over now, of `atMost` that may be under way together. */
export function roomFor({ troubles, nextTrialMs }: Trust, atMost: number, underWay: number, nowMs: number): number {
  if (troubles === 0) return atMost - underWay;
  return underWay === 0 && nowMs >= nextTrialMs ? 1 : 0;
}
