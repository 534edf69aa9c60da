import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closesAt,
  defaultTextingWindow,
  exceedsCustomary,
  isOpen,
  openSets,
  opensAt,
  parseTextingWindow,
  secondsUntilClose,
  type TextingWindow,
  type ZoneSet,
  zoneSet,
} from '../../../shared/domain/texting-hours.ts';

const minuteMs = 60_000;
const weekMs = 7 * 24 * 60 * minuteMs;
const nineToNine = defaultTextingWindow;
const newYork: ZoneSet = ['America/New_York'];
const at = (instant: string): number => Date.parse(instant);
const shown = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const window = (startMinute: number, endMinute: number): TextingWindow => ({ startMinute, endMinute });

describe('parseTextingWindow', () => {
  it.each([
    [540, 1260],
    [0, 1440],
    [0, 1],
    [1439, 1440],
  ])('accepts %i to %i', (startMinute, endMinute) => {
    expect(parseTextingWindow(startMinute, endMinute)).toEqual({ ok: true, value: { startMinute, endMinute } });
  });

  it.each([
    [1260, 540, 'ends-before-it-starts'],
    [540, 540, 'ends-before-it-starts'],
    [-1, 540, 'not-a-minute-of-the-day'],
    [0, 1441, 'not-a-minute-of-the-day'],
    [540.5, 1260, 'not-a-minute-of-the-day'],
    [Number.NaN, 1260, 'not-a-minute-of-the-day'],
  ])('refuses %d to %d: %s', (startMinute, endMinute, problem) => {
    expect(parseTextingWindow(startMinute, endMinute)).toEqual({ ok: false, error: problem });
  });
});

describe('exceedsCustomary', () => {
  it.each([
    [8 * 60, 21 * 60, false],
    [12 * 60, 13 * 60, false],
    [8 * 60 - 1, 21 * 60, true],
    [8 * 60, 21 * 60 + 1, true],
    [0, 1440, true],
  ])('judges %i to %i: %s', (startMinute, endMinute, expected) => {
    expect(exceedsCustomary({ startMinute, endMinute })).toBe(expected);
  });

  it('has nothing to say of the window that a campaign begins with', () => {
    expect(exceedsCustomary(defaultTextingWindow)).toBe(false);
  });
});

describe('zoneSet', () => {
  it('leaves to the caller whose clock counts when no zone is known', () => {
    expect(zoneSet([])).toBeNull();
  });

  it('names each zone once', () => {
    expect(zoneSet(['America/Denver', 'America/Phoenix', 'America/Denver'])).toEqual([
      'America/Denver',
      'America/Phoenix',
    ]);
  });
});

describe('isOpen', () => {
  it.each([
    // The window opens and closes to the second, in winter and in summer.
    ['America/New_York', '2026-01-15T13:59:59.999Z', false],
    ['America/New_York', '2026-01-15T14:00:00Z', true],
    ['America/New_York', '2026-01-16T01:59:59.999Z', true],
    ['America/New_York', '2026-01-16T02:00:00Z', false],
    ['America/New_York', '2026-07-15T12:59:59Z', false],
    ['America/New_York', '2026-07-15T13:00:00Z', true],
    // The days on which the clock is moved: 09:00 comes an hour earlier in spring, an hour later in autumn.
    ['America/New_York', '2026-03-07T13:30:00Z', false],
    ['America/New_York', '2026-03-08T13:30:00Z', true],
    ['America/New_York', '2026-10-31T13:30:00Z', true],
    ['America/New_York', '2026-11-01T13:30:00Z', false],
    // Arizona does not move its clock; the Navajo Nation, inside it, does.
    ['America/Phoenix', '2026-07-15T15:30:00Z', false],
    ['America/Denver', '2026-07-15T15:30:00Z', true],
    ['America/Phoenix', '2026-01-15T16:00:00Z', true],
    ['America/Denver', '2026-01-15T16:00:00Z', true],
    // Two Indianas.
    ['America/Indiana/Indianapolis', '2026-07-15T13:00:00Z', true],
    ['America/Indiana/Tell_City', '2026-07-15T13:00:00Z', false],
    // Quarters and half hours.
    ['Asia/Kathmandu', '2026-07-15T03:14:59Z', false],
    ['Asia/Kathmandu', '2026-07-15T03:15:00Z', true],
    ['Pacific/Honolulu', '2026-07-15T18:59:59Z', false],
    ['Pacific/Honolulu', '2026-07-15T19:00:00Z', true],
    // American Samoa and Samoa show the same hour on two dates.
    ['Pacific/Pago_Pago', '2026-07-15T20:00:00Z', true],
    ['Pacific/Apia', '2026-07-15T20:00:00Z', true],
    ['Pacific/Pago_Pago', '2026-07-15T19:59:59Z', false],
    ['Pacific/Apia', '2026-07-15T19:59:59Z', false],
  ])('for %s at %s is %s', (zone, instant, expected) => {
    expect(isOpen(nineToNine, [zone], at(instant))).toBe(expected);
  });

  it.each([
    ['2026-07-15T15:59:59Z', false],
    ['2026-07-15T16:00:00Z', true],
    ['2026-07-16T02:59:59Z', true],
    ['2026-07-16T03:00:00Z', false],
  ])('asks all zones of an Arizona contact who may live on Navajo land, at %s: %s', (instant, expected) => {
    expect(isOpen(nineToNine, ['America/Phoenix', 'America/Denver'], at(instant))).toBe(expected);
  });

  it('refuses an empty set, which would be open at night', () => {
    expect(() => isOpen(nineToNine, [] as unknown as ZoneSet, 0)).toThrow();
  });

  it('stays closed for a window that no parser has seen and that would pass midnight', () => {
    expect(isOpen(window(1260, 540), newYork, at('2026-01-15T14:00:00Z'))).toBe(false);
    expect(isOpen(window(1260, 540), newYork, at('2026-01-15T04:00:00Z'))).toBe(false);
  });
});

describe('openSets', () => {
  it('gives the keys of the sets that are open', () => {
    const sets = new Map<number, ZoneSet>([
      [1, ['America/New_York']],
      [2, ['America/New_York', 'America/Los_Angeles']],
      [3, ['America/Chicago']],
    ]);
    expect(openSets(nineToNine, sets, at('2026-07-15T14:00:00Z'))).toEqual(new Set([1, 3]));
  });

  it('refuses an empty set among the others', () => {
    expect(() => openSets(nineToNine, [[1, [] as unknown as ZoneSet]], 0)).toThrow();
  });
});

describe('opensAt', () => {
  it.each([
    ['open already', newYork, '2026-01-15T14:00:00.500Z', '2026-01-15T14:00:00.500Z'],
    ['before the window', newYork, '2026-01-15T10:00:12Z', '2026-01-15T14:00:00.000Z'],
    ['after the window', newYork, '2026-01-16T02:00:00Z', '2026-01-16T14:00:00.000Z'],
    ['over the spring change', newYork, '2026-03-08T03:00:00Z', '2026-03-08T13:00:00.000Z'],
    ['over the autumn change', newYork, '2026-11-01T02:00:00Z', '2026-11-01T14:00:00.000Z'],
    ['in Kathmandu', ['Asia/Kathmandu'], '2026-07-15T00:00:00Z', '2026-07-15T03:15:00.000Z'],
    [
      'for both coasts',
      ['America/New_York', 'America/Los_Angeles'],
      '2026-01-15T14:00:00Z',
      '2026-01-15T17:00:00.000Z',
    ],
  ] as const)('is right when %s', (_when, zones, instant, expected) => {
    expect(shown(opensAt(nineToNine, zones, at(instant)))).toBe(expected);
  });

  it('is null for zones that are never inside the window together', () => {
    // Noon in Nepal is a quarter past eight in the evening on Hawaii: mornings do not meet.
    expect(opensAt(window(540, 720), ['Asia/Kathmandu', 'Pacific/Honolulu'], at('2026-07-15T00:00:00Z'))).toBeNull();
  });

  it('waits a day for a window that falls into the hour that spring leaves out', () => {
    expect(shown(opensAt(window(120, 180), newYork, at('2026-03-08T05:00:00Z')))).toBe('2026-03-09T06:00:00.000Z');
  });

  it('opens late when the clock jumps over the start of the window', () => {
    expect(shown(opensAt(window(150, 240), newYork, at('2026-03-08T05:00:00Z')))).toBe('2026-03-08T07:00:00.000Z');
  });
});

describe('closesAt', () => {
  it.each([
    ['closed already', newYork, '2026-01-15T10:00:12Z', '2026-01-15T10:00:12.000Z'],
    ['open', newYork, '2026-01-15T14:00:00Z', '2026-01-16T02:00:00.000Z'],
    [
      'the more eastern zone closes first',
      ['America/Los_Angeles', 'America/New_York'],
      '2026-01-15T20:00:00Z',
      '2026-01-16T02:00:00.000Z',
    ],
  ] as const)('is right when %s', (_when, zones, instant, expected) => {
    expect(shown(closesAt(nineToNine, zones, at(instant)))).toBe(expected);
  });

  it('closes early when the clock jumps over the end of the window', () => {
    expect(shown(closesAt(window(0, 150), newYork, at('2026-03-08T05:30:00Z')))).toBe('2026-03-08T07:00:00.000Z');
  });

  it('closes when the clock is put back to before the start of the window', () => {
    expect(shown(closesAt(window(90, 600), newYork, at('2026-11-01T05:45:00Z')))).toBe('2026-11-01T06:00:00.000Z');
  });

  it('is null for a window of the whole day', () => {
    expect(closesAt(window(0, 1440), newYork, at('2026-03-08T05:30:00Z'))).toBeNull();
  });
});

describe('secondsUntilClose', () => {
  it.each([
    ['2026-01-16T01:59:59.000Z', 1],
    ['2026-01-16T01:59:59.001Z', 0],
    ['2026-01-16T01:00:00.000Z', 3_600],
    ['2026-01-15T14:00:00.000Z', 36_000],
    ['2026-01-15T12:00:00.000Z', 0],
  ])('at %s is %i, rounded down and never more than the carrier takes', (instant, expected) => {
    expect(secondsUntilClose(nineToNine, newYork, at(instant), 36_000)).toBe(expected);
  });

  it('is the most that the carrier takes when the window has no end', () => {
    expect(secondsUntilClose(window(0, 1440), newYork, 0, 36_000)).toBe(36_000);
  });
});

describe('against a clock that is read minute by minute', () => {
  const zones = [
    'America/New_York',
    'America/Phoenix',
    'America/Denver',
    'America/Indiana/Tell_City',
    'America/Adak',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Honolulu',
    'Pacific/Pago_Pago',
    'Pacific/Apia',
    'Pacific/Chatham',
    'Europe/Dublin',
  ];
  // Written by other means than the code under test: parts of a formatted date, with a calendar and seconds.
  const oracles = new Map(
    zones.map((timeZone) => [
      timeZone,
      new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
    ]),
  );
  const oracleOpen = ({ startMinute, endMinute }: TextingWindow, set: ZoneSet, instant: number): boolean =>
    set.every((zone) => {
      const parts = oracles.get(zone)?.formatToParts(instant) ?? [];
      const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
      const second = (read('hour') * 60 + read('minute')) * 60 + read('second');
      return second >= startMinute * 60 && second < endMinute * 60;
    });
  const oracleNext = (wanted: boolean, hours: TextingWindow, set: ZoneSet, from: number, limitMs: number) => {
    for (let instant = from; instant <= from + limitMs; instant = (Math.floor(instant / minuteMs) + 1) * minuteMs) {
      if (oracleOpen(hours, set, instant) === wanted) return instant;
    }
    return null;
  };

  const someWindow = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .filter(([start, end]) => start < end)
    .map(([start, end]) => window(start, end));
  const someSet = fc
    .uniqueArray(fc.constantFrom(...zones), { minLength: 1, maxLength: 3 })
    .map((names) => names as unknown as ZoneSet);
  // Every other instant lies within two days of a moved clock.
  const changes = ['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z'].concat([
    '2026-04-04T15:00Z',
    '2026-10-03T15:30Z',
    '2026-02-15T02:00Z',
    '2026-03-22T02:00Z',
    '2026-09-26T14:00Z',
  ]);
  const dayMs = 24 * 60 * minuteMs;
  const someInstant = fc.oneof(
    fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-01-01T00:00Z') }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * dayMs, max: 2 * dayMs }))
      .map(([change, distanceMs]) => at(change) + distanceMs),
  );

  it('isOpen and openSets agree with it at any instant of 2026', () => {
    fc.assert(
      fc.property(someWindow, someSet, someInstant, (hours, set, instant) => {
        const expected = oracleOpen(hours, set, instant);
        expect(isOpen(hours, set, instant)).toBe(expected);
        expect(openSets(hours, [['it', set]], instant).has('it')).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('opensAt finds the first open minute, and null only when two days have none', () => {
    fc.assert(
      fc.property(someWindow, someSet, someInstant, (hours, set, instant) => {
        const found = opensAt(hours, set, instant);
        const expected = oracleNext(true, hours, set, instant, 2 * dayMs);
        if (expected === null) expect(found === null || found > instant + 2 * dayMs).toBe(true);
        else expect(found).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('closesAt finds the first closed minute, and null only when two days have none', () => {
    fc.assert(
      fc.property(someWindow, someSet, someInstant, (hours, set, instant) => {
        const found = closesAt(hours, set, instant);
        const expected = oracleNext(false, hours, set, instant, 2 * dayMs);
        if (expected === null) expect(found === null || found > instant + 2 * dayMs).toBe(true);
        else expect(found).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('what opensAt gives lies within a week, and the set is open there', () => {
    fc.assert(
      fc.property(someWindow, someSet, someInstant, (hours, set, instant) => {
        const found = opensAt(hours, set, instant);
        if (found === null) return;
        expect(found - instant).toBeLessThanOrEqual(weekMs);
        expect(oracleOpen(hours, set, found)).toBe(true);
      }),
    );
  });
});
