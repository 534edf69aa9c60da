import type { Output } from '../../../shared/contract/index.ts';
import type { Words } from '../../words/index.ts';

/** Contacts of an action on no desk that wait for their texting hours, and when the next of them can be texted. */
export type HoursAhead = Output<'assignments/read-hours'>;

/** Empty when nobody waits. The instant is told by the clock of whoever reads it. @param now epoch ms */
export function hoursAheadSentence(
  { waiting, opening, opensAt }: HoursAhead,
  { t, formats }: Words,
  now: number,
): string {
  if (waiting === 0) return '';
  const number = formats.number(waiting);
  if (opensAt === null) return t('texting.hoursAhead.never', { number });
  const when = whenOf(opensAt, { t, formats }, now);
  if (opening === waiting) return t('texting.hoursAhead.all', { number, when });
  return t('texting.hoursAhead.some', { number, next: formats.number(opening), when });
}

/** An instant to come, by the clock of whoever reads it. */
export function whenOf(at: number, { t, formats }: Pick<Words, 't' | 'formats'>, now: number): string {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return formats.time(at);
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  if (day !== tomorrow.toDateString()) return formats.dateTime(at);
  return t('texting.hoursAhead.tomorrow', { time: formats.time(at) });
}
