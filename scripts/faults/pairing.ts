import type { NotedCall } from '../../tests/faults/watched-carrier.ts';
import type { Accepted } from './records.ts';

/** An acceptance with the call that brought it; null when no call of an engine did. */
export interface PairedText {
  readonly text: Accepted;
  readonly call: NotedCall | null;
}

/** The carrier's clock is cut to the millisecond, and is told a movement a little before engines are. */
const clockToleranceMs = 100;

/**
 * The engine calls for one text again only when the call before it has come to nothing, so an acceptance belongs to the
 * last call for its phone and words that was made before it.
 */
export function pairWithCalls(accepted: readonly Accepted[], calls: readonly NotedCall[]): readonly PairedText[] {
  const byText = new Map<string, NotedCall[]>();
  for (const call of calls) {
    const key = `${call.to} ${call.body}`;
    const known = byText.get(key);
    if (known === undefined) byText.set(key, [call]);
    else known.push(call);
  }
  return accepted.map((text) => {
    const possible = byText.get(`${text.toPhone} ${text.body}`) ?? [];
    const call = possible.findLast(({ calledAt }) => calledAt <= text.acceptedAt + clockToleranceMs);
    return { text, call: call ?? possible[0] ?? null };
  });
}
