/**
 * The decisions of the sweep: what a report changes, when to read again, which texts to ask about one by one. Values in,
 * decision out; durations in milliseconds.
 */
import { advance, type CarrierStatus, parseCarrierStatus } from '../../shared/domain/carrier-status.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How far each reading goes back behind what was read before: lists lag, and shift while they are read. */
export const overlapMs = 10 * minuteMs;

/** How far the first reading goes back behind the first number's arrival, which our own clock dated, right or wrong. */
export const firstMarginMs = 24 * hourMs;

/**
 * An entry that nobody can read holds back what counts as read for so long and no longer, or every reading would have to
 * go back to it for ever. Twilio fills in what is missing within minutes.
 */
export const unreadableHoldMs = 24 * hourMs;

export interface Told {
  readonly status: string | null;
  readonly errorCode: number | null;
}

/**
 * What is known after a report, or null when it tells nothing new. Reports come in any order and repeatedly: the status
 * of the highest rank stays, with the code that came with it.
 */
export function afterReport(
  known: Told,
  report: { readonly status: CarrierStatus; readonly errorCode: number | null },
): { readonly status: CarrierStatus; readonly errorCode: number | null } | null {
  const current = known.status === null ? null : parseCarrierStatus(known.status);
  const status = advance(current, report.status);
  if (status !== report.status) return null;
  if (status !== current) return { status, errorCode: report.errorCode };
  if (report.errorCode === null || report.errorCode === known.errorCode) return null;
  // Two reports of one end with two codes: the smaller stays, so that their order does not matter.
  const errorCode = known.errorCode === null ? report.errorCode : Math.min(known.errorCode, report.errorCode);
  return errorCode === known.errorCode ? null : { status, errorCode };
}

/** The wait between readings while texts leave or replies come. */
export const busyPauseMs = 5 * secondMs;
/** Before the rest of a reading that was too long for one turn. */
export const restPauseMs = secondMs;
const longestPauseMs = minuteMs;

/** The wait after a reading that succeeded, by how long ago a text left or something new was read. */
export function pauseAfterSuccess(quietMs: number): number {
  if (quietMs < 3 * minuteMs) return busyPauseMs;
  return quietMs < 15 * minuteMs ? 4 * busyPauseMs : longestPauseMs;
}

/** The wait after so many failures in a row, at least what the carrier asked for, within reason. */
export function pauseAfterFailure(failures: number, retryAfterMs: number): number {
  const backOffMs = Math.min(busyPauseMs * 2 ** Math.min(failures - 1, 10), longestPauseMs);
  return Math.max(backOffMs, Math.min(retryAfterMs, 15 * minuteMs));
}

/** A text that is older than this and still without an end never gets one: not every network returns receipts. */
export const oldestOpenMs = 72 * hourMs;

/** How often to ask about one text whose end is not known, by how long ago it was handed over. */
export function askEveryMs(ageMs: number): number {
  return ageMs < 12 * hourMs ? overlapMs : hourMs;
}
