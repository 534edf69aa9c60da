/**
 * What the failure of one text says of those after it. Takes the code that came with it and when the carrier told; gives
 * the pause of the number or account that it calls for, or null when it concerns that text alone. A text that the carrier
 * takes and then drops is one that a contact never gets, so the next ones are better kept.
 */
import { localMinute, minuteMs, minutesPerDay, startOfMinute } from '../../../shared/domain/local-time.ts';
import type { CarrierError } from '../../carrier/index.ts';
import type { Pause } from '../pacing.ts';

export interface FailurePause {
  readonly scope: 'number' | 'account';
  readonly pause: Pause;
}

/** What a pause of some minutes mends: a full queue, texts that came too fast, a number that is being set up. */
const restMinutes = 5;
/** Where the phone networks' day ends, by which they count. */
const dayZone = 'America/Los_Angeles';

/** @param toldAt when the carrier told it (epoch ms): old news calls for a pause that may be over. */
export function pauseAfterFailure({ code, effect, retry, scope }: CarrierError, toldAt: number): FailurePause | null {
  const isPausing = effect === 'pause-number' || effect === 'pause-account' || effect === 'halt-account';
  if (!isPausing || scope === 'message') return null;
  switch (retry) {
    case 'next-window':
      return { scope, pause: { untilAt: nextMidnight(dayZone, toldAt), reason: 'rate', code } };
    case 'same-later': {
      // To the minute, so that many failures at once call for one pause.
      const untilAt = startOfMinute(toldAt) + (restMinutes + 1) * minuteMs;
      return { scope, pause: { untilAt, reason: 'rate', code } };
    }
    case 'never':
    case 'reconcile':
      return { scope, pause: { untilAt: null, reason: 'refused', code } };
  }
}

/** The next beginning of a day on the zone's clock, also on days when that is moved. */
function nextMidnight(zone: string, at: number): number {
  const aDayLater = startOfMinute(at) + (minutesPerDay - localMinute(zone, at)) * minuteMs;
  const shown = localMinute(zone, aDayLater);
  return aDayLater - (shown > minutesPerDay / 2 ? shown - minutesPerDay : shown) * minuteMs;
}
