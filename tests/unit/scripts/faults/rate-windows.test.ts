import { describe, expect, it } from 'vitest';
import type { PairedText } from '../../../../scripts/faults/pairing.ts';
import { countOverRate } from '../../../../scripts/faults/rate-windows.ts';

const limits = { number: 1, account: 100 };

/** Texts of one number that were released at these instants. */
function released(at: readonly number[], segments = 1): PairedText[] {
  return at.map((releasedAt, index) => ({
    text: {
      sid: `SM${index}`,
      fromPhone: '+12025550100',
      toPhone: '+12025550123',
      body: 'Hello',
      segments,
      // Under way for as long as may be: that is not the limiter's.
      acceptedAt: 1_000_000 + (index % 3) * 900,
      expiresAt: 2_000_000,
    },
    call: { releasedAt, calledAt: releasedAt, realMs: 0, from: '+12025550100', to: '+12025550123', body: 'Hello' },
  }));
}

const evenly = (count: number, everyMs: number): number[] => Array.from({ length: count }, (_, n) => 1 + n * everyMs);

describe('windows over the rate', () => {
  it('are none when texts leave at the rate, for however long', () => {
    expect(countOverRate(released(evenly(300, 1_000)), limits)).toEqual([]);
  });

  it('are none when what was saved up leaves at once before it', () => {
    expect(countOverRate(released([0, ...evenly(300, 1_000)]), limits)).toEqual([]);
  });

  it('are seen in a second when five texts leave at once', () => {
    expect(countOverRate(released([5, 6, 7, 8, 9]), limits)).toHaveLength(1);
  });

  it('are seen in a minute when the rate is a tenth too high', () => {
    expect(countOverRate(released(evenly(300, 900)), limits)[0]).toContain('in 60 s');
  });

  it('are seen when longer texts leave as fast as short ones may', () => {
    expect(countOverRate(released(evenly(60, 1_000), 2), limits)).not.toEqual([]);
  });

  it('are seen for the account when each number keeps to its own rate', () => {
    expect(countOverRate(released(evenly(300, 1_000)), { number: 1, account: 0.8 })[0]).toContain('the account');
  });
});
