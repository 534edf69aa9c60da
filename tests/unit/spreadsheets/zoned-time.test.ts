import { describe, expect, it } from 'vitest';
import { isoTime, wallTime } from '../../../main/spreadsheets/zoned-time.ts';

describe('a time in a cell', () => {
  it.each([
    ['America/New_York', Date.UTC(2026, 2, 2, 15), '2026-03-02T10:00:00-05:00'],
    ['America/New_York', Date.UTC(2026, 6, 2, 15, 4, 5), '2026-07-02T11:04:05-04:00'],
    ['America/New_York', Date.UTC(2026, 6, 2, 4), '2026-07-02T00:00:00-04:00'],
    ['UTC', Date.UTC(2026, 0, 1), '2026-01-01T00:00:00+00:00'],
    ['Asia/Kathmandu', Date.UTC(2026, 0, 1), '2026-01-01T05:45:00+05:45'],
  ])('in %s has that zone’s offset at that instant, and shows its clock', (zone, at, text) => {
    expect(isoTime({ at, zone })).toBe(text);
    expect(Date.parse(text)).toBe(at);
    expect(wallTime({ at, zone }).toISOString()).toBe(`${text.slice(0, 19)}.000Z`);
  });

  it('has whole seconds', () => {
    expect(isoTime({ at: 1_999, zone: 'UTC' })).toBe('1970-01-01T00:00:01+00:00');
    expect(wallTime({ at: 1_999, zone: 'UTC' }).getTime()).toBe(1_000);
  });
});
