import { isZone, localMinute } from '../../../shared/domain/local-time.ts';
import { opensAt, type TextingWindow, zoneSet } from '../../../shared/domain/texting-hours.ts';
import { clockOf } from '../../words/clock.ts';
import type { Words } from '../../words/index.ts';
import { whenOf } from './hours-ahead.ts';

/**
 * When a text leaves that is sent now; empty while it leaves at once, and where nothing is known. By the contact's own clock;
 * by that of whoever reads it where the contact may have several.
 * @param now epoch ms
 */
export function leavesFrom(zones: readonly string[], window: TextingWindow, words: Words, now: number): string {
  const { t } = words;
  const set = zoneSet(zones);
  if (set === null || !set.every(isZone)) return '';
  const at = opensAt(window, set, now);
  if (at === now) return '';
  if (at === null) return t('texting.leaves.never');
  const [minute = 0, ...others] = new Set(set.map((zone) => localMinute(zone, at)));
  if (others.length > 0) return t('texting.leaves.several', { when: whenOf(at, words, now) });
  const isToday = localMinute(set[0], now) < minute;
  return t(isToday ? 'texting.leaves.today' : 'texting.leaves.tomorrow', { time: clockOf(minute, words) });
}
