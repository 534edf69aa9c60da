/**
 * What the carrier's list proves about a text in doubt. Takes the attempt and what was read of the list so far, from our
 * number to that phone and newest first; tells that the text was found, that it is proven not to be there, when to read
 * again, or that a person must decide. Texting somebody twice is worse than texting late, so the two mistakes are not
 * weighed alike: one glimpse in a broken list shows that the carrier has the text, but only whole lists, read late
 * enough, show that it has not.
 */
import type { E164 } from '../../../shared/domain/phone.ts';
import type { CarrierMessage } from '../../carrier/index.ts';

/** A text for which the carrier was called, once or several times. Instants by the corrected clock. */
export interface Attempt {
  /** Our number. */
  readonly fromPhone: E164;
  /** The contact's phone. */
  readonly toPhone: E164;
  readonly body: string;
  readonly firstAttemptAt: number;
  readonly lastAttemptAt: number;
  /**
   * By when the last call had certainly ended, where that is known better than by its time limit: a program that was
   * suspended, or a computer that slept, holds a call open for longer than any limit says.
   */
  readonly endedAt?: number;
}

/** One reading of the list, which the carrier answered at least in part. */
export interface Reading {
  /** Before the first page was asked for, by the corrected clock, and only while that is sure. */
  readonly startedAt: number;
  /**
   * True when every page came, back to the list's end or to a message for which `isBefore` is true, and no entry was
   * unreadable.
   */
  readonly complete: boolean;
  readonly messages: readonly CarrierMessage[];
}

export type Settlement =
  | { readonly kind: 'found'; readonly message: CarrierMessage }
  | { readonly kind: 'absent' }
  | { readonly kind: 'read-again'; readonly notBeforeAt: number }
  | { readonly kind: 'ask-person' };

/** How long one call of the carrier may take; after that our side has closed the connection. */
export const requestTimeoutMs = 15_000;

/**
 * How long after the end of a call absence can be proven. The carrier may take up a request just before we give up, and
 * its lists may lag by up to a minute; the rest is for the error of our clock.
 */
export const absenceDelayMs = 75_000;

/**
 * How much earlier than the first attempt the carrier may say that it created the message. Its instants are cut to the
 * second (1 s), our clock is corrected to within 3 s, offsets under 2 s are let be, and it may have drifted by 5 s since.
 */
export const skewAllowanceMs = 12_000;

/**
 * So far from the attempts a message may be created and still be ours, when our clock was wrong although it seemed right:
 * later with any text, earlier only with the same one. It is also how far back a list is read: the carrier does not say
 * by which of its instants a list is ordered.
 */
export const strayAllowanceMs = 60 * 60_000;

/** Two readings in one breath may be answered by the same copy of the carrier's data. */
export const leastBetweenReadingsMs = 5_000;

/** So long the list is asked; after that only a person can tell what to do. */
export const doubtDeadlineMs = 24 * 60 * 60_000;

/** When the list is read, counted from the last attempt: most lost answers are cleared up by the first two readings. */
const readingDelaysMs = [0, 5_000, 15_000, 30_000, 60_000];
/** How far apart the readings after those are. */
const lateReadingsApartMs = 3 * 60_000;
/** After the deadline the list is read so often before a person is asked: the line may have been down until now. */
const readingsPastDeadline = 2;

/** Whether a list that is read newest first has gone far enough back for this attempt once it shows this message. */
export function isBefore(attempt: Attempt, message: CarrierMessage): boolean {
  return message.createdAt < attempt.firstAttemptAt - strayAllowanceMs;
}

/**
 * @param readings those since the last attempt, in any order; earlier ones prove nothing and are passed over
 * @param isKnown whether the carrier's id belongs to a message that we have it for already
 * @param at now, by the corrected clock
 */
export function settle(
  attempt: Attempt,
  readings: readonly Reading[],
  isKnown: (carrierId: string) => boolean,
  at: number,
): Settlement {
  const message = findOwn(attempt, readings, isKnown);
  if (message !== undefined) return { kind: 'found', message };
  const since = readings.filter((reading) => reading.startedAt > attempt.lastAttemptAt);
  if (isAbsenceProven(attempt, since)) return { kind: 'absent' };
  if (isTooLong(attempt, since, at)) return { kind: 'ask-person' };
  return { kind: 'read-again', notBeforeAt: nextReadingAt(attempt, since, at) };
}

/**
 * The message that is ours. With several of them, one with the same text, and of those the oldest. What became of it at
 * the carrier does not matter here: also one that failed or was cancelled was taken over, and its status tells the rest.
 */
function findOwn(
  attempt: Attempt,
  readings: readonly Reading[],
  isKnown: (carrierId: string) => boolean,
): CarrierMessage | undefined {
  return readings
    .flatMap((reading) => reading.messages)
    .filter((message) => mayBeOwn(attempt, message) && !isKnown(message.carrierId))
    .sort((a, b) => Number(hasSameText(attempt, b)) - Number(hasSameText(attempt, a)) || a.createdAt - b.createdAt)[0];
}

/**
 * The text itself is only a tie-break near the attempt, since the carrier may have changed it. Far from it, it decides:
 * a message with other words that was created long after is somebody else's with our number, and to take it for ours
 * would lose our text. With the same words the contact has been told already, whoever did it.
 */
function mayBeOwn(attempt: Attempt, message: CarrierMessage): boolean {
  if (message.direction !== 'outbound') return false;
  if (message.from !== attempt.fromPhone || message.to !== attempt.toPhone) return false;
  const { createdAt } = message;
  if (hasSameText(attempt, message)) return !isBefore(attempt, message);
  return createdAt >= attempt.firstAttemptAt - skewAllowanceMs && createdAt <= attempt.lastAttemptAt + strayAllowanceMs;
}

/** Spaces at the ends do not count: they may be lost on the way. */
function hasSameText(attempt: Attempt, message: CarrierMessage): boolean {
  return message.body.trim() === attempt.body.trim();
}

/** Two whole lists without the text: the last one late enough, the other a while before it. */
function isAbsenceProven(attempt: Attempt, since: readonly Reading[]): boolean {
  const startsAt = since.filter((reading) => reading.complete).map((reading) => reading.startedAt);
  const firstAt = Math.min(...startsAt);
  const lastAt = Math.max(...startsAt);
  return isLateEnough(attempt, lastAt) && lastAt - firstAt >= leastBetweenReadingsMs;
}

/** A list that was begun later than this shows whatever the carrier took. */
function absentFromAt({ lastAttemptAt, endedAt }: Attempt): number {
  return Math.max(lastAttemptAt + requestTimeoutMs, endedAt ?? Number.NEGATIVE_INFINITY) + absenceDelayMs;
}

function isLateEnough(attempt: Attempt, startedAt: number): boolean {
  return startedAt > absentFromAt(attempt);
}

/**
 * A person is not asked what the carrier can still tell, so the list is read again after the deadline when the desktop was
 * off or without a line. An attempt in the future was noted by a clock that was wrong by more than any allowance, and
 * then no list proves anything.
 */
function isTooLong(attempt: Attempt, since: readonly Reading[], at: number): boolean {
  if (attempt.lastAttemptAt > at + strayAllowanceMs) return true;
  const deadlineAt = attempt.lastAttemptAt + doubtDeadlineMs;
  const past = since.filter((reading) => reading.startedAt > deadlineAt);
  return past.length >= readingsPastDeadline;
}

/** The next of the planned readings, which may be now. */
function nextReadingAt(attempt: Attempt, since: readonly Reading[], at: number): number {
  const lastAt = Math.max(...since.map((reading) => reading.startedAt));
  const soonestAt = lastAt + leastBetweenReadingsMs;
  const plannedAt = readingDelaysMs.map((delayMs) => attempt.lastAttemptAt + delayMs);
  const planned = [...plannedAt, absentFromAt(attempt) + 1].find((due) => due >= soonestAt);
  const lacksOnlyASecond = since.some((reading) => reading.complete && isLateEnough(attempt, reading.startedAt));
  const dueAt = planned ?? (lacksOnlyASecond ? soonestAt : lastAt + lateReadingsApartMs);
  // A clock that was put back must not put off the next reading for as long as it was put back.
  return Math.min(dueAt, at + lateReadingsApartMs);
}
