/**
 * What the clock on a wall shows, anywhere and at any instant. Takes IANA zone names and instants (epoch ms), gives
 * minutes after local midnight and the instants at which a zone's clock is put forward or back. Offsets are never kept
 * and never accepted: they are wrong for half of the year. The rules come from the runtime's own copy of the IANA data.
 */
import { zoneClocks } from './zone-clock.ts';

export const minuteMs = 60_000;
export const minutesPerDay = 1_440;

const clockOf = zoneClocks();

/** `Area/Location`, of which `Etc/GMT+5` is an offset in the clothes of a name. Abbreviations (`EST`) have no area. */
const placeName = /^(?!etc\/)[a-z][a-z_-]*(?:\/[a-z0-9_+-]+)+$/i;

/**
 * True for a place that the runtime knows (`America/New_York`) and for `UTC`. False for offsets (`+05:30`, `Etc/GMT+5`)
 * and for abbreviations: `EST` names Panama's clock, which is not what somebody in New York means by it.
 */
export function isZone(text: string): boolean {
  if (text !== 'UTC' && (text.length > 64 || !placeName.test(text))) return false;
  try {
    clockOf(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whole minutes since local midnight on the zone's clock, 0 to 1439. On a day when the clock is put back, some
 * minutes come twice; on a day when it is put forward, some never come. Throws for a zone that `isZone` refuses.
 */
export function localMinute(zone: string, at: number): number {
  const shown = clockOf(zone).format(at);
  return Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3, 5));
}

/** The start of the minute in which `at` lies. All zones of this century differ by whole minutes, so one does for all. */
export function startOfMinute(at: number): number {
  return Math.floor(at / minuteMs) * minuteMs;
}

/** How far the zone's clock is ahead of UTC, in minutes, but only modulo a day: enough to see that it was moved. */
function lead(zone: string, at: number): number {
  const ahead = (localMinute(zone, at) - Math.floor(at / minuteMs)) % minutesPerDay;
  return ahead < 0 ? ahead + minutesPerDay : ahead;
}

/**
 * The first minute after `from`, and not after `until`, from which on the clock is no longer as it was at `from`; null
 * when it was not moved. Both are starts of minutes at most two days apart, in which no zone moves its clock twice.
 */
export function clockMovedAt(zone: string, from: number, until: number): number | null {
  const before = lead(zone, from);
  if (lead(zone, until) === before) return null;
  let same = from;
  let moved = until;
  while (moved - same > minuteMs) {
    const middle = startOfMinute((same + moved) / 2);
    if (lead(zone, middle) === before) same = middle;
    else moved = middle;
  }
  return moved;
}
