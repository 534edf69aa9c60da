import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockFacts,
  type Correction,
  correctedNow,
  driftToleranceMs,
  ignoredOffsetMs,
  longestTripMs,
  measure,
  programMadeAt,
} from '../../../main/outbox/rules/clock-trust.ts';

const wallAt = Date.parse('2026-09-10T15:00:00.300Z');
const hourMs = 60 * 60_000;
const sent: ClockFacts = { wallAt, monotonicMs: 1_000 };
/** Both clocks, so long after. */
const later = (ms: number, wallSetMs = 0, from = sent): ClockFacts => ({
  wallAt: from.wallAt + ms + wallSetMs,
  monotonicMs: from.monotonicMs + ms,
});
const sure = (at: number) => ({ kind: 'sure', at });
const unsure = { kind: 'unsure' };

describe('measuring', () => {
  it('finds how far the carrier’s clock is ahead, and when that was so', () => {
    const received = later(200);
    expect(measure(wallAt + 60_000, sent, received)).toEqual({ offsetMs: 60_400, measured: received });
  });

  it('is wrong by at most half of the trip and half a second, whatever happens on the way', () => {
    const ms = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: -hourMs, max: hourMs }), ms(2_500), ms(2_500), (offsetMs, outMs, backMs) => {
        const writtenAt = sent.wallAt + outMs + offsetMs;
        const serverAt = Math.floor(writtenAt / 1_000) * 1_000;
        const correction = measure(serverAt, sent, later(outMs + backMs));
        expect(correction).not.toBeNull();
        const errorMs = Math.abs((correction?.offsetMs ?? Number.NaN) - offsetMs);
        expect(errorMs).toBeLessThanOrEqual((outMs + backMs) / 2 + 501);
      }),
    );
  });

  it.each<[string, 'an offset' | 'nothing', ClockFacts]>([
    ['an answer at the last moment', 'an offset', later(longestTripMs)],
    ['an answer that took too long', 'nothing', later(longestTripMs + 1)],
    ['a wall clock that was slewed on the way', 'an offset', later(200, 250)],
    ['a wall clock that was put forward on the way', 'nothing', later(200, 251)],
    ['a wall clock that was put back on the way', 'nothing', later(200, -251)],
    ['a monotonic clock that went backwards', 'nothing', later(-1)],
    ['a monotonic clock that cannot be read', 'nothing', { wallAt, monotonicMs: Number.NaN }],
  ])('with %s gives %s', (_name, given, received) => {
    expect(measure(wallAt, sent, received) === null ? 'nothing' : 'an offset').toBe(given);
  });
});

describe('the corrected clock', () => {
  const correction = (offsetMs: number): Correction => ({ offsetMs, measured: sent });

  it.each([
    ['behind by an hour', hourMs],
    ['ahead by an hour', -hourMs],
    ['off by just enough to count', ignoredOffsetMs],
    ['off by just enough to count, the other way', -ignoredOffsetMs],
  ])('follows the carrier when ours is %s', (_name, offsetMs) => {
    expect(correctedNow(later(60_000), correction(offsetMs), 0)).toEqual(sure(wallAt + 60_000 + offsetMs));
  });

  it.each([0, 1, ignoredOffsetMs - 1, 1 - ignoredOffsetMs])('does not follow an offset of %d ms', (offsetMs) => {
    expect(correctedNow(later(60_000), correction(offsetMs), 0)).toEqual(sure(wallAt + 60_000));
  });

  it.each([
    ['sure', 'drifted as far as clocks may', driftToleranceMs],
    ['sure', 'drifted as far as clocks may, the other way', -driftToleranceMs],
    ['unsure', 'was put forward', driftToleranceMs + 1],
    ['unsure', 'was put back', -driftToleranceMs - 1],
    ['unsure', 'ran on for a night while the monotonic clock slept', 8 * hourMs],
    ['unsure', 'was put back by a year', -365 * 24 * hourMs],
  ])('is %s when since the measurement the wall clock %s', (kind, _name, wallSetMs) => {
    const now = later(60_000, wallSetMs);
    expect(correctedNow(now, correction(hourMs), 0)).toEqual(kind === 'sure' ? sure(now.wallAt + hourMs) : unsure);
  });

  it('is sure after a sleep through which both clocks ran', () => {
    expect(correctedNow(later(8 * hourMs), correction(0), 0)).toEqual(sure(wallAt + 8 * hourMs));
  });

  it('is sure again as soon as the carrier has answered again', () => {
    const woken = later(60_000, 8 * hourMs);
    const received = later(100, 0, woken);
    expect(correctedNow(received, correction(0), 0)).toEqual(unsure);
    const again = measure(Math.floor(woken.wallAt / 1_000) * 1_000, woken, received);
    expect(correctedNow(received, again, 0)).toEqual(sure(received.wallAt));
  });

  it('believes the carrier rather than what the store has from a time when our clock was wrong', () => {
    expect(correctedNow(later(0), correction(0), wallAt + 24 * hourMs)).toEqual(sure(wallAt));
  });

  it('is never off by more than drift and measuring allow, wherever the wall clock stood', () => {
    const ms = (limit: number) => fc.integer({ min: -limit, max: limit });
    fc.assert(
      fc.property(
        ms(24 * hourMs),
        ms(2 * hourMs),
        fc.nat({ max: 24 * hourMs }),
        fc.nat({ max: 2_000 }),
        (offMs, setMs, passedMs, tripMs) => {
          const trueAt = wallAt + offMs;
          const received = later(tripMs);
          const measured = measure(Math.floor((trueAt + tripMs / 2) / 1_000) * 1_000, sent, received);
          const told = correctedNow(later(tripMs + passedMs, setMs), measured, 0);
          if (told.kind === 'unsure') return;
          const errorMs = Math.abs(told.at - (trueAt + tripMs + passedMs));
          expect(errorMs).toBeLessThan(driftToleranceMs + ignoredOffsetMs + tripMs / 2 + 502);
        },
      ),
    );
  });
});

describe('without a correction', () => {
  const minuteMs = 60_000;
  it.each([
    ['sure', 'after all that is known', wallAt, wallAt - hourMs],
    ['sure', 'a little before another desktop’s newest row', wallAt, wallAt + 5 * minuteMs],
    ['unsure', 'well before what has happened already', wallAt, wallAt + 5 * minuteMs + 1],
    ['sure', 'with a new store', wallAt, 0],
    ['sure', 'on the first day of this program', programMadeAt, 0],
    ['unsure', 'before there was this program', programMadeAt - 1, 0],
    ['unsure', 'in 1970', 0, 0],
  ])('it is %s with a wall clock %s', (kind, _name, now, lastKnownAt) => {
    const told = correctedNow({ wallAt: now, monotonicMs: 5 }, null, lastKnownAt);
    expect(told).toEqual(kind === 'sure' ? sure(now) : unsure);
  });
});
