import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullLevel, isOpen, refilled, spent } from '../../../../main/outbox/rules/limiter.ts';
import { tellCrowd } from '../../../../scripts/faults/crowd-story.ts';
import type { PairedText } from '../../../../scripts/faults/pairing.ts';
import { type Crowd, findCrowds } from '../../../../scripts/faults/rate-windows.ts';

const limits = { number: 1, account: 100 };
const number = '+12025550100';

/** A text of one number that was released at this instant, and was then under way for as long as may be. */
function released(releasedAt: number, segments = 1): PairedText {
  const to = { body: 'Hello', from: number, to: '+12025550123' };
  const times = { releasedAt, claimedAt: releasedAt - 250, calledAt: releasedAt + 40, realMs: releasedAt / 20 };
  const accepted = { sid: 'SM1', fromPhone: number, toPhone: '+12025550123', body: 'Hello' };
  return {
    text: { ...accepted, segments, acceptedAt: 1_000_000 + ((releasedAt * 7) % 900), expiresAt: 2_000_000 },
    call: { ...times, ...to, engine: 100 },
  };
}

const crowdsOf = (at: readonly number[], segments = 1): readonly Crowd[] =>
  findCrowds(
    at.map((one) => released(one, segments)),
    limits,
  );
const evenly = (count: number, everyMs: number): number[] => Array.from({ length: count }, (_, n) => 1 + n * everyMs);

describe('windows over the rate', () => {
  it('are none when texts leave at the rate, for however long', () => {
    expect(crowdsOf(evenly(300, 1_000))).toEqual([]);
  });

  it('are none when what was saved up leaves at once before it', () => {
    expect(crowdsOf([0, ...evenly(300, 1_000)])).toEqual([]);
  });

  it('are seen in a second when four texts leave at once', () => {
    expect(crowdsOf([5, 6, 7, 8])).toMatchObject([{ windowMs: 1_000, segments: 4, allowed: 2 }]);
  });

  it('are seen when a debt is forgotten', () => {
    const crowds = findCrowds([released(5), released(6, 3), released(900)], limits);
    expect(crowds).toMatchObject([{ whose: number, windowMs: 1_000, segments: 5 }]);
  });

  it('are seen in a minute when the rate is a tenth too high', () => {
    expect(crowdsOf(evenly(300, 900))).toMatchObject([{ windowMs: 60_000 }]);
  });

  it('are seen when longer texts leave as fast as short ones may', () => {
    expect(crowdsOf(evenly(60, 1_000), 2)).not.toEqual([]);
  });

  it('are seen for the account when each number keeps to its own rate', () => {
    const texts = evenly(300, 1_000).map((at) => released(at));
    expect(findCrowds(texts, { number: 1, account: 0.8 })[0]).toMatchObject({ whose: 'the account' });
  });

  it('are none in whatever the limiter lets go', () => {
    const text = fc.record({ waitMs: fc.nat({ max: 5_000 }), segments: fc.integer({ min: 1, max: 5 }) });
    const rates = fc.double({ min: 0.2, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), rates, (texts, rate) => {
        let at = 0;
        let level = fullLevel(rate, at);
        const releases: PairedText[] = [];
        for (const { waitMs, segments } of texts) {
          at += waitMs;
          level = refilled(level, rate, at);
          if (!isOpen(level)) continue;
          level = spent(level, segments);
          releases.push(released(at, segments));
        }
        expect(findCrowds(releases, { number: rate, account: 100 })).toEqual([]);
      }),
    );
  });
});

it('the story of a crowd has each release before it, by both clocks, among the troubles of that time', () => {
  const [crowd] = crowdsOf([20_000, 40_000, 40_100, 40_200, 40_300]);
  if (crowd === undefined) throw new Error('no crowd');
  const troubles = [
    { realMs: 10, what: 'long ago' },
    { realMs: 2_003, what: 'the desktop clock set wrong, by 8000 ms' },
    { realMs: 9_000, what: 'much later' },
  ];
  const story = tellCrowd(crowd, troubles);
  expect(story.split('\n')).toEqual([
    `over rate: ${number}, 4 segments in 1 s until 1970-01-01T00:00:40.300Z; before the last text at most 2`,
    expect.stringContaining('-15  released 1970-01-01T00:00:40.000Z: 1 from'),
    expect.stringContaining('-12  the desktop clock set wrong, by 8000 ms'),
    expect.stringContaining('-10  released'),
    expect.stringContaining('-5  released'),
    expect.stringMatching(/ 0 {2}released .* by engine 100, by its own clock -250 ms, called 40 ms later$/),
  ]);
});
