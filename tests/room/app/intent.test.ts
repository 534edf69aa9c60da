import { describe, expect, it, vi } from 'vitest';
import { mintIntentId } from '../../../renderer/bridge/intent.ts';
import { intentId } from '../../../shared/contract/fields.ts';

describe('an intent that the window mints', () => {
  it('is a version 7 UUID that the contract takes', () => {
    const minted = mintIntentId();
    expect(minted[14]).toBe('7');
    expect(intentId.safeParse(minted)).toEqual({ success: true, data: minted });
  });

  it('comes after those of every earlier millisecond, and is never one of them', () => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
    const minted = Array.from({ length: 50 }, () => {
      vi.advanceTimersByTime(1);
      return mintIntentId();
    });
    vi.useRealTimers();
    expect(minted).toEqual([...new Set(minted)].sort());
  });
});
