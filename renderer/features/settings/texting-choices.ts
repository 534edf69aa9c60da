import type { SettingsView } from '../../../shared/contract/campaign.ts';

/** What the settings offer to choose from. What is kept is always among it, however it came to be. */
export const bucketSizes: readonly SettingsView['bucketSize'][] = [10, 25, 100, 200];

const halfHour = 30;
const minutesPerDay = 1440;

const halfHours: readonly number[] = Array.from({ length: minutesPerDay / halfHour + 1 }, (_none, n) => n * halfHour);

/** Minutes after midnight at which texting hours may begin. */
export function startMinutes(kept: number): readonly number[] {
  return including(
    kept,
    halfHours.filter((minute) => minute < minutesPerDay),
  );
}

/** Minutes after midnight at which they may end; 1440 is the end of the day. */
export function endMinutes(kept: number): readonly number[] {
  return including(
    kept,
    halfHours.filter((minute) => minute > 0),
  );
}

/** Lengths of the lock in minutes; 0 is none. */
export function lockChoices(kept: number): readonly number[] {
  return including(kept, [0, 60, 180, 360, 720, 1440, 2880, 4320, 10_080]);
}

function including(kept: number, choices: readonly number[]): readonly number[] {
  return [...new Set([...choices, kept])].sort((one, other) => one - other);
}
