import type { KnownOfPhone } from '../contacts/index.ts';

/**
 * Why a contact of an action is never texted in it. `texted-elsewhere`: the carrier shows a text to them that a restored
 * store does not know, and it counted as another action's.
 */
export type LeftOutReason = 'opted-out' | 'blocked' | 'unreachable' | 'texted-elsewhere';

/** The safeguard that says never; null when the phone may be texted. An opt-out is told before all others. */
export function reasonToLeaveOut(known: KnownOfPhone): LeftOutReason | null {
  if (known.optedOutAt !== null) return 'opted-out';
  if (known.blockedAt !== null) return 'blocked';
  return known.unreachableCode === null ? null : 'unreachable';
}
