import { expect, it } from 'vitest';
import { leavesFrom } from '../../../renderer/features/texting/leaves-from.ts';
import type { Words } from '../../../renderer/words/index.ts';
import { defaultTextingWindow } from '../../../shared/domain/texting-hours.ts';

/** Says the key, and what it is filled with. */
const words = {
  t: (key: string, places: Record<string, string> = {}) => [key.split('.').at(-1), ...Object.values(places)].join(' '),
  formats: {
    timeOfDay: (minute: number) => `${minute / 60}:00`,
    time: (at: number) => new Date(at).toISOString(),
    dateTime: (at: number) => new Date(at).toISOString(),
  },
} as unknown as Words;

/** Noon and 9 PM in New York, 6 PM in Honolulu. */
const [noon, evening] = [Date.UTC(2026, 10, 23, 17), Date.UTC(2026, 10, 24, 4)];

it.each<[string, readonly string[], number, string]>([
  ['nothing inside the hours', ['America/New_York'], noon, ''],
  ['nothing where the zones are not known', [], evening, ''],
  ['nothing of a zone that this computer does not have', ['America/Nowhere'], evening, ''],
  ['tomorrow, by the contact’s clock', ['America/New_York'], evening, 'tomorrow 9:00'],
  ['today, by the contact’s clock', ['Pacific/Honolulu'], noon, 'today 9:00'],
  ['nothing while the last of them is inside', ['Pacific/Honolulu'], evening, ''],
  [
    'the clock of whoever reads it, of several',
    ['America/New_York', 'America/Chicago'],
    Date.UTC(2026, 10, 23, 14, 30),
    'several',
  ],
  ['that it cannot, where the hours never meet', ['America/New_York', 'Asia/Shanghai'], noon, 'never'],
])('says %s', (_what, zones, now, sentence) => {
  const window = zones.includes('Asia/Shanghai') ? { startMinute: 600, endMinute: 660 } : defaultTextingWindow;
  expect(leavesFrom(zones, window, words, now).replace(/(several).*/u, '$1')).toBe(sentence);
});
