import { clockOf } from '../../words/clock.ts';
import { useWords } from '../../words/index.ts';

export interface Durations {
  /** `6 hours`, in the largest unit that holds it whole. */
  readonly duration: (minutes: number) => string;
  /** `9:00 AM` or `Midnight`, of minutes after midnight. */
  readonly clock: (minuteOfDay: number) => string;
}

const minutesPerHour = 60;
const minutesPerDay = 1440;

/** How lengths and times of day are written. */
export function useDurations(): Durations {
  const { t, formats } = useWords();
  return {
    duration: (minutes) => {
      const written = (count: number) => ({ count, number: formats.number(count) });
      if (minutes % minutesPerDay === 0) return t('settings.texting.days', written(minutes / minutesPerDay));
      if (minutes % minutesPerHour === 0) return t('settings.texting.hours', written(minutes / minutesPerHour));
      return t('settings.texting.minutes', written(minutes));
    },
    clock: (minuteOfDay) => {
      const [first = '', ...others] = clockOf(minuteOfDay, { t, formats });
      return first.toLocaleUpperCase() + others.join('');
    },
  };
}
