import { opensAt, type TextingWindow, type ZoneSet } from '../../shared/domain/texting-hours.ts';
import type { KnownOfPhone } from '../contacts/index.ts';

/**
 * Why a contact of an action is never texted in it. `texted-elsewhere`: the carrier shows a text to them that a restored
 * store does not know, and it counted as another action's.
 */
export type LeftOutReason = 'opted-out' | 'blocked' | 'unreachable' | 'texted-elsewhere';

/** The safeguard that says never; null when the phone may be texted. An opt-out is told before all others. */
export function reasonToLeaveOut(known: KnownOfPhone): LeftOutReason | null {
  if (known.optedOutAt !== null) return 'opted-out';
  if (known.blockedAt !== null) return 'blocked';
  return known.unreachableCode === null ? null : 'unreachable';
}

/** Who waits for texting hours, and who of them can be texted next. */
export interface HoursAhead {
  readonly waiting: number;
  /** So many from the instant `opensAt` (epoch ms) on; 0 and null when none of them within a week. */
  readonly opening: number;
  readonly opensAt: number | null;
}

/** @param closed how many wait in each zone set that is outside the hours at `at` (epoch ms) */
export function hoursAhead(
  window: TextingWindow,
  closed: readonly { readonly zones: ZoneSet; readonly count: number }[],
  at: number,
): HoursAhead {
  const waiting = closed.reduce((sum, { count }) => sum + count, 0);
  const openings = closed.map(({ zones, count }) => ({ count, at: opensAt(window, zones, at) ?? never }));
  const first = Math.min(never, ...openings.map((each) => each.at));
  if (first === never) return { waiting, opening: 0, opensAt: null };
  const opening = openings.reduce((sum, each) => (each.at === first ? sum + each.count : sum), 0);
  return { waiting, opening, opensAt: first };
}

const never = Number.POSITIVE_INFINITY;
