import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { clockMovedAt, localMinute, minuteMs, minutesPerDay, startOfMinute } from './local-time.ts';

/**
 * When a contact may be texted (A1), judged by the contact's own clock. Takes a window of the day, the zones a contact
 * may live in and an instant; tells whether all those clocks are inside the window, and when they will be, or cease to
 * be. A contact whose zone is not known for certain has several, and all of them must agree: better late than at night.
 * It refuses a window across midnight, and never fills in a zone: that the campaign's own stands in (A2) is the
 * caller's decision.
 */
export interface TextingWindow {
  /** Minutes after local midnight; the first minute in which texting is allowed. */
  readonly startMinute: number;
  /** Minutes after local midnight; the first minute in which it no longer is. 1440 is the end of the day. */
  readonly endMinute: number;
}

/** At least one IANA name that passed `isZone`. With none, "all of them agree" would be true at three in the morning. */
export type ZoneSet = readonly [string, ...string[]];

/** 09:00 to 21:00, an hour inside the federal limit of 08:00 to 21:00 (47 CFR 64.1200(c)(1)). */
export const defaultTextingWindow: TextingWindow = { startMinute: 9 * 60, endMinute: 21 * 60 };

/**
 * 08:00 to 21:00, beyond which federal law forbids solicitations (47 CFR 64.1200(c)(1)). Political and charitable texts
 * are none, yet carriers hold all texts to these hours, and some states allow solicitations fewer.
 */
export const customaryWindow: TextingWindow = { startMinute: 8 * 60, endMinute: 21 * 60 };

/** Whether a window is wider than what carriers and law expect, which is a campaign's own decision and worth a word. */
export function exceedsCustomary({ startMinute, endMinute }: TextingWindow): boolean {
  return startMinute < customaryWindow.startMinute || endMinute > customaryWindow.endMinute;
}

export type WindowProblem = 'not-a-minute-of-the-day' | 'ends-before-it-starts';

/** The window of a campaign's setting. A window that would pass midnight ends before it starts, and is refused. */
export function parseTextingWindow(startMinute: number, endMinute: number): Result<TextingWindow, WindowProblem> {
  const isMinute = (value: number) => Number.isInteger(value) && value >= 0 && value <= minutesPerDay;
  if (!isMinute(startMinute) || !isMinute(endMinute)) return err('not-a-minute-of-the-day');
  if (endMinute <= startMinute) return err('ends-before-it-starts');
  return ok({ startMinute, endMinute });
}

/** The zones as a set that can be judged, or null when there are none and the caller has to say whose clock counts. */
export function zoneSet(zones: Iterable<string>): ZoneSet | null {
  const [first, ...others] = new Set(zones);
  return first === undefined ? null : [first, ...others];
}

/** True when every clock of the set is inside the window at the instant `at` (epoch ms). */
export function isOpen(window: TextingWindow, zones: ZoneSet, at: number): boolean {
  refuseEmpty(zones);
  return zones.every((zone) => isInside(window, localMinute(zone, at)));
}

/**
 * Which of many sets are open at `at`: each zone's clock is read once, however many sets it is in. The answer holds for
 * the whole minute in which `at` lies.
 */
export function openSets<Key>(window: TextingWindow, sets: Iterable<readonly [Key, ZoneSet]>, at: number): Set<Key> {
  const insideByZone = new Map<string, boolean>();
  const inside = (zone: string): boolean => {
    const known = insideByZone.get(zone);
    if (known !== undefined) return known;
    const judged = isInside(window, localMinute(zone, at));
    insideByZone.set(zone, judged);
    return judged;
  };
  const open = new Set<Key>();
  for (const [key, zones] of sets) {
    refuseEmpty(zones);
    if (zones.every(inside)) open.add(key);
  }
  return open;
}

/**
 * The first instant, at or after `at`, at which every clock of the set is inside the window; null when there is none
 * within a week, which is so for zones too far apart for the window.
 */
export function opensAt(window: TextingWindow, zones: ZoneSet, at: number): number | null {
  refuseEmpty(zones);
  let instant = at;
  while (instant - at <= horizonMs) {
    const now = instant;
    const closed = zones.filter((zone) => !isInside(window, localMinute(zone, now)));
    if (closed.length === 0) return now;
    // Until the last of the closed zones has turned, not all can be open; by then another may have closed again.
    instant = Math.max(...closed.map((zone) => turnsAt(window, zone, now)));
  }
  return null;
}

/**
 * The first instant, at or after `at`, at which some clock of the set is outside the window: `at` itself when that is
 * so already. Null when there is none within a week, which is so for a window of the whole day.
 */
export function closesAt(window: TextingWindow, zones: ZoneSet, at: number): number | null {
  if (!isOpen(window, zones, at)) return at;
  const firstTurnAt = Math.min(...zones.map((zone) => turnsAt(window, zone, at)));
  return firstTurnAt === never ? null : firstTurnAt;
}

/**
 * Whole seconds, rounded down, for which a text handed over at `at` may still be delivered: 0 when it may not be sent at
 * all, and never more than `longestSeconds`, the most that the carrier keeps a text (Twilio's ValidityPeriod: 36000).
 */
export function secondsUntilClose(window: TextingWindow, zones: ZoneSet, at: number, longestSeconds: number): number {
  const closes = closesAt(window, zones, at);
  return closes === null ? longestSeconds : Math.min(longestSeconds, Math.floor((closes - at) / 1_000));
}

/** Hours repeat daily and clocks are moved at most twice a year: what does not come about in a week is not waited for. */
const horizonMs = 7 * minutesPerDay * minuteMs;

/** Later than every instant, so that the earliest and the latest of several turns come out right. */
const never = Number.POSITIVE_INFINITY;

function isInside(window: TextingWindow, minute: number): boolean {
  return window.startMinute <= minute && minute < window.endMinute;
}

/**
 * The first instant after `at` at which the zone goes from closed to open or from open to closed; `never` when a
 * week does not bring it. Normally that is where the clock reaches the window's edge; only when the clock is moved on the way
 * there does the search go on from the moment of the change.
 */
function turnsAt(window: TextingWindow, zone: string, at: number): number {
  const wasInside = isInside(window, localMinute(zone, at));
  const edgeMinute = wasInside ? window.endMinute : window.startMinute;
  let from = startOfMinute(at);
  while (from - at <= horizonMs) {
    const minutesToEdge = (edgeMinute - localMinute(zone, from) + minutesPerDay) % minutesPerDay || minutesPerDay;
    const reachedAt = from + minutesToEdge * minuteMs;
    from = clockMovedAt(zone, from, reachedAt) ?? reachedAt;
    if (isInside(window, localMinute(zone, from)) !== wasInside) return from;
  }
  return never;
}

/** The type forbids it, but a row read from a file could still bring it, and it would open the night. */
function refuseEmpty(zones: readonly string[]): void {
  if (zones.length === 0) throw new Error('a zone set is never empty');
}
