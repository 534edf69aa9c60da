import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { createCarrierTime } from '../../../main/outbox/time.ts';

const start = Date.UTC(2026, 2, 2, 15);

function openTime() {
  const clock = settableClock({ startAt: start });
  const time = createCarrierTime(clock, 0);
  /** The carrier tells its clock, which is ahead of ours by so much, cut to the second. */
  const hear = (aheadMs: number): void => {
    const now = time.facts();
    time.hear({ serverAt: Math.floor((clock.nowMs() + aheadMs) / 1_000) * 1_000, sent: now, received: now });
  };
  return { clock, time, hear };
}

describe('the time that the carrier tells', () => {
  it('is not measured before it was told', () => {
    const { time, hear } = openTime();
    expect(time.isMeasured()).toBe(false);
    hear(0);
    expect(time.isMeasured()).toBe(true);
  });

  it('never makes our instants go back, although it tells whole seconds', async () => {
    const { clock, time, hear } = openTime();
    let last = 0;
    for (let step = 0; step < 200; step += 1) {
      await clock.advance(137);
      hear(2_000);
      const now = time.bestGuess();
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });

  it('is followed when it has become another', async () => {
    const { clock, time, hear } = openTime();
    hear(0);
    await clock.advance(1_000);
    hear(600_000);
    expect(Math.abs(time.bestGuess() - clock.nowMs() - 600_000)).toBeLessThan(1_500);
  });
});
