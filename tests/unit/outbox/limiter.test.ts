import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  burstOf,
  fullLevel,
  isOpen,
  type Level,
  opensAt,
  refilled,
  spent,
} from '../../../main/outbox/rules/limiter.ts';

const startAt = Date.parse('2026-09-10T15:00:00Z');
const dayMs = 24 * 60 * 60_000;
const longestText = 10;

interface Release {
  readonly at: number;
  readonly segments: number;
}

/** A dispatcher with more to send than may leave, which wakes up a little late each time. */
function release(rate: number, texts: readonly number[], latenessMs: (n: number) => number, from: Level): Release[] {
  const released: Release[] = [];
  let level = from;
  for (const [n, segments] of texts.entries()) {
    if (!isOpen(level)) level = refilled(level, rate, opensAt(level, rate) + latenessMs(n));
    expect(isOpen(level)).toBe(true);
    released.push({ at: level.at, segments });
    level = spent(level, segments);
  }
  return released;
}

/** What the tolerance for rounding may open early. */
const roundingMs = (rate: number): number => 1e-5 / rate;

const anyRate = fc.oneof(
  fc.constantFrom(0.1, 0.3, 1, 3, 10, 75, 100, 225),
  fc.double({ min: 0.01, max: 500, noNaN: true }),
);
const anyTexts = fc.array(fc.integer({ min: 1, max: longestText }), { minLength: 1, maxLength: 200 });

describe('a bucket', () => {
  it.each([
    [0.1, 1],
    [1, 1],
    [3, 3],
    [75, 75],
  ])('of %d segments a second lets %d go at once after a rest', (rate, burst) => {
    expect(burstOf(rate)).toBe(burst);
    expect(fullLevel(rate, startAt)).toEqual({ level: burst, at: startAt });
    expect(refilled({ level: -5, at: startAt }, rate, startAt + dayMs)).toEqual({ level: burst, at: startAt + dayMs });
  });

  it('lets a text go that is longer than its burst, and pays for it afterwards', () => {
    const after = spent(fullLevel(1, startAt), 10);
    expect(after).toEqual({ level: -9, at: startAt });
    expect(isOpen(after)).toBe(false);
    expect(opensAt(after, 1)).toBe(startAt + 9_001);
  });

  it('is open at once when it is open', () => {
    expect(opensAt(fullLevel(3, startAt), 3)).toBe(startAt);
  });

  it('is closed when there is exactly nothing, and opens soon', () => {
    const empty: Level = { level: 0, at: startAt };
    expect(isOpen(empty)).toBe(false);
    expect(opensAt(empty, 1)).toBe(startAt + 1);
    expect(opensAt(empty, 0.1)).toBe(startAt + 10);
  });

  it('is not held open or closed by what rounding leaves over', () => {
    const leftOver = spent({ level: 0.1 + 0.2, at: startAt }, 0.3);
    expect(leftOver.level).not.toBe(0);
    expect(isOpen(leftOver)).toBe(false);
  });

  it('earns nothing when the clock goes back, and goes on from there', () => {
    const level: Level = { level: -2, at: startAt };
    const back = refilled(level, 1, startAt - dayMs);
    expect(back).toEqual({ level: -2, at: startAt - dayMs });
    expect(refilled(back, 1, startAt - dayMs + 1_000).level).toBe(-1);
  });

  it('keeps no more than the burst of a rate that was lowered', () => {
    expect(refilled({ level: 75, at: startAt }, 1, startAt).level).toBe(1);
  });

  it('opens exactly when it says, at every rate and debt', () => {
    fc.assert(
      fc.property(anyRate, fc.double({ min: -1_000, max: 500, noNaN: true }), (rate, amount) => {
        const level: Level = { level: Math.min(amount, burstOf(rate)), at: startAt };
        const at = opensAt(level, rate);
        expect(isOpen(refilled(level, rate, at))).toBe(true);
        if (at > startAt) expect(isOpen(refilled(level, rate, at - 1 - roundingMs(rate)))).toBe(false);
      }),
    );
  });

  it('earns the same in many small steps as in one', () => {
    fc.assert(
      fc.property(anyRate, fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 300 }), (rate, stepsMs) => {
        const start: Level = { level: -20, at: startAt };
        let stepped = start;
        for (const ms of stepsMs) stepped = refilled(stepped, rate, stepped.at + ms);
        expect(stepped.level).toBeCloseTo(refilled(start, rate, stepped.at).level, 6);
      }),
    );
  });
});

describe('what is released', () => {
  const anyLateness = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 50 });

  it('is in every span of time at most the rate’s worth, a burst and a text', () => {
    fc.assert(
      fc.property(anyRate, anyTexts, anyLateness, (rate, texts, lateness) => {
        const released = release(rate, texts, (n) => lateness[n % lateness.length] ?? 0, fullLevel(rate, startAt));
        for (const [first, { at: fromAt }] of released.entries()) {
          let segments = 0;
          for (const { at: untilAt, segments: more } of released.slice(first)) {
            segments += more;
            const allowed = (rate * (untilAt - fromAt)) / 1_000 + burstOf(rate) + longestText;
            expect(segments).toBeLessThan(allowed);
          }
        }
      }),
    );
  });

  it('is nearly all that the rate allows, while there is always more to send', () => {
    fc.assert(
      fc.property(anyRate, anyTexts, anyLateness, (rate, texts, lateness) => {
        const from: Level = { level: 0, at: startAt };
        const released = release(rate, texts, (n) => lateness[n % lateness.length] ?? 0, from);
        const seconds = ((released.at(-1)?.at ?? startAt) - startAt) / 1_000;
        const segments = released.slice(0, -1).reduce((sum, text) => sum + text.segments, 0);
        // One wake-up of at most 51 ms is under way at the end; all others were made up for.
        expect(segments).toBeGreaterThan(rate * (seconds - 0.051) - 0.01);
      }),
    );
  });

  it('holds over a restart: the restored level lets go what the old one would have', () => {
    fc.assert(
      fc.property(anyRate, anyTexts, fc.nat({ max: 199 }), (rate, texts, n) => {
        const cut = n % texts.length;
        const onTime = () => 0;
        const whole = release(rate, texts, onTime, fullLevel(rate, startAt));
        let level = fullLevel(rate, startAt);
        for (const text of whole.slice(0, cut)) level = spent(refilled(level, rate, text.at), text.segments);
        const restored: Level = JSON.parse(JSON.stringify(level));
        expect(release(rate, texts.slice(cut), onTime, restored)).toEqual(whole.slice(cut));
      }),
    );
  });

  it('is no burst after a restart in debt', () => {
    const restored: Level = { level: -30, at: startAt };
    const [first] = release(1, [1], () => 0, restored);
    expect(first?.at).toBe(startAt + 30_001);
  });
});
