import { customaryWindow } from '../../shared/domain/texting-hours.ts';
import type { Words } from './index.ts';

const minutesPerDay = 1440;

/**
 * A time of day in a sentence, of minutes after midnight. Midnight is the same word at either end of the day, since half of
 * all people read `12:00 AM` as noon.
 */
export function clockOf(minute: number, { t, formats }: Pick<Words, 't' | 'formats'>): string {
  return minute % minutesPerDay === 0 ? t('app.midnight') : formats.timeOfDay(minute);
}

/** The places of the sentence about hours that are wider than these. */
export function customaryHours(words: Pick<Words, 't' | 'formats'>): { readonly start: string; readonly end: string } {
  return { start: clockOf(customaryWindow.startMinute, words), end: clockOf(customaryWindow.endMinute, words) };
}
