import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockMovedAt, isZone, localMinute, startOfMinute } from '../../../shared/domain/local-time.ts';

const clock = (zone: string, instant: string): string => {
  const minute = localMinute(zone, Date.parse(instant));
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};

describe('isZone', () => {
  it.each([
    'America/New_York',
    'America/Indiana/Tell_City',
    'America/North_Dakota/New_Salem',
    'America/Port-au-Prince',
    'Asia/Kathmandu',
    'Pacific/Pago_Pago',
    'US/Pacific',
    'UTC',
  ])('accepts %s', (name) => {
    expect(isZone(name)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'America/Springfield',
    'America/',
    'America/New_York ',
    'New York',
    '+05:30',
    '-0500',
    'UTC-5',
    'GMT+1',
    'Etc/GMT+5',
    'etc/gmt+5',
    'EST',
    'EST5EDT',
    `America/${'x'.repeat(100_000)}`,
  ])('refuses %j', (name) => {
    expect(isZone(name)).toBe(false);
  });

  it('answers for any text without throwing, and only accepts what localMinute can read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aA/_+-0UTC') })), (text) => {
        if (isZone(text)) expect(localMinute(text, 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('localMinute', () => {
  it.each([
    ['America/New_York', '2026-03-08T06:59:59Z', '01:59'],
    ['America/New_York', '2026-03-08T07:00:00Z', '03:00'],
    ['America/New_York', '2026-11-01T05:59:59Z', '01:59'],
    ['America/New_York', '2026-11-01T06:00:00Z', '01:00'],
    ['America/New_York', '2026-07-01T04:00:00Z', '00:00'],
    ['America/Phoenix', '2026-01-15T16:00:00Z', '09:00'],
    ['America/Phoenix', '2026-07-15T16:00:00Z', '09:00'],
    // The Navajo Nation lies in Arizona and yet keeps the daylight saving time of Denver.
    ['America/Denver', '2026-01-15T16:00:00Z', '09:00'],
    ['America/Denver', '2026-07-15T16:00:00Z', '10:00'],
    ['America/Indiana/Indianapolis', '2026-07-15T16:00:00Z', '12:00'],
    ['America/Indiana/Tell_City', '2026-07-15T16:00:00Z', '11:00'],
    ['Asia/Kathmandu', '2026-07-15T03:15:00Z', '09:00'],
    ['Australia/Lord_Howe', '2026-04-04T14:59:00Z', '01:59'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '01:30'],
    ['Pacific/Honolulu', '2026-07-15T16:00:00Z', '06:00'],
    ['Pacific/Pago_Pago', '2026-07-15T16:00:00Z', '05:00'],
    ['Pacific/Apia', '2026-07-15T16:00:00Z', '05:00'],
    ['UTC', '1969-12-31T23:59:59.999Z', '23:59'],
  ])('in %s at %s is %s', (zone, instant, expected) => {
    expect(clock(zone, instant)).toBe(expected);
  });

  it('throws for a name that is no zone, because the edge has let it in', () => {
    expect(() => localMinute('America/Springfield', 0)).toThrow(RangeError);
  });
});

describe('clockMovedAt', () => {
  it.each([
    ['America/New_York', '2026-03-07T20:00:00Z', '2026-03-08T20:00:00Z', '2026-03-08T07:00:00.000Z'],
    ['America/New_York', '2026-10-31T20:00:00Z', '2026-11-01T20:00:00Z', '2026-11-01T06:00:00.000Z'],
    ['America/New_York', '2026-03-08T06:59:00Z', '2026-03-08T07:00:00Z', '2026-03-08T07:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T00:00:00Z', '2026-10-04T00:00:00Z', '2026-10-03T15:30:00.000Z'],
  ])('finds the change in %s between %s and %s', (zone, from, until, expected) => {
    const movedAt = clockMovedAt(zone, Date.parse(from), Date.parse(until));
    expect(movedAt === null ? null : new Date(movedAt).toISOString()).toBe(expected);
  });

  it.each([
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-09T07:00:00Z'],
    ['America/Phoenix', '2026-03-07T20:00:00Z', '2026-03-08T20:00:00Z'],
  ])('finds none in %s between %s and %s', (zone, from, until) => {
    expect(clockMovedAt(zone, Date.parse(from), Date.parse(until))).toBeNull();
  });
});

describe('startOfMinute', () => {
  it('never goes forward, and less than a minute back', () => {
    fc.assert(
      fc.property(fc.integer(), (at) => {
        expect(startOfMinute(at) % 60_000).toBeCloseTo(0);
        expect(at - startOfMinute(at)).toBeGreaterThanOrEqual(0);
        expect(at - startOfMinute(at)).toBeLessThan(60_000);
      }),
    );
  });
});
