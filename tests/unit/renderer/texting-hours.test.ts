import { expect, it } from 'vitest';
import { type HoursAhead, hoursAheadSentence } from '../../../renderer/features/texting/hours-ahead.ts';
import type { Words } from '../../../renderer/words/index.ts';

/** Says the key, and what it is filled with. */
const words = {
  t: (key: string, places: Record<string, string>) => [key.split('.').at(-1), ...Object.values(places)].join(' '),
  formats: { number: String, time: () => '9:00', dateTime: () => 'Nov 25, 9:00' },
} as unknown as Words;

const now = new Date(2026, 10, 22, 20, 30).getTime();
const inHours = (hours: number): number => now + hours * 60 * 60_000;

it.each<[string, HoursAhead, string]>([
  ['nothing when nobody waits', { waiting: 0, opening: 0, opensAt: null }, ''],
  ['how many open later today', { waiting: 214, opening: 214, opensAt: inHours(1) }, 'all 214 9:00'],
  ['how many of them open tomorrow', { waiting: 214, opening: 20, opensAt: inHours(12) }, 'some 214 20 tomorrow 9:00'],
  ['the day when it is a later one', { waiting: 2, opening: 2, opensAt: inHours(72) }, 'all 2 Nov 25, 9:00'],
  ['that no time is known', { waiting: 3, opening: 0, opensAt: null }, 'never 3'],
])('says %s', (_what, hours, sentence) => {
  expect(hoursAheadSentence(hours, words, now)).toBe(sentence);
});
