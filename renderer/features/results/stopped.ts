import type { Performance } from './api.ts';
import { type CarrierCode, carrierCodeOf } from './carrier-codes.ts';

/** Reasons of our own safeguards that have words under `results.reasons`. */
const reasons = ['opted-out', 'blocked', 'unreachable'] as const;
type Reason = (typeof reasons)[number];

export type Stopped =
  | { readonly kind: 'reason'; readonly reason: Reason; readonly count: number }
  /** Stopped at the carrier, with its code. */
  | { readonly kind: 'code'; readonly code: number; readonly known: CarrierCode | null; readonly count: number }
  | { readonly kind: 'other'; readonly reason: string; readonly count: number };

/** The safeguards that stopped something, the most frequent first. */
export function stoppedBy(safeguards: Performance['safeguards']): readonly Stopped[] {
  return Object.entries(safeguards)
    .filter(([, count]) => count > 0)
    .map(([name, count]): Stopped => {
      const reason = reasons.find((one) => one === name);
      if (reason !== undefined) return { kind: 'reason', reason, count };
      const code = /^carrier-(\d+)$/.exec(name)?.[1];
      if (code === undefined) return { kind: 'other', reason: name, count };
      return { kind: 'code', code: Number(code), known: carrierCodeOf(Number(code)), count };
    })
    .sort((one, other) => other.count - one.count);
}
