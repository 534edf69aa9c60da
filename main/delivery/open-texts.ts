import type { Carrier, CarrierMessage } from '../carrier/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Store } from '../store/index.ts';
import type { Ask } from './exchange.ts';
import { listOpen, type OpenRow } from './queries.ts';
import { askEveryMs, oldestOpenMs, overlapMs } from './rules.ts';
import type { Take, Taken } from './take-page.ts';

export interface OpenTextsParts {
  readonly store: Store;
  readonly carrier: Pick<Carrier, 'fetchMessage'>;
  readonly clock: Clock;
  readonly ask: Ask;
  readonly take: Take;
  readonly onTaken: (taken: Taken) => void;
}

/** So many questions after each reading of the list, out of so many texts looked at. */
const askedPerTurn = 5;
const lookedAtPerTurn = 200;

/**
 * Asks one by one about texts whose end is not known and which the readings of the list do not reach back to any more:
 * often at first, then hourly, and after three days never again. Goes round through all of them, a few at a time.
 */
export function createOpenTexts(parts: OpenTextsParts): { turn(signal: AbortSignal): Promise<void> } {
  const { store, carrier, clock } = parts;
  /** When each was asked about, by the monotonic clock. A new engine begins anew. */
  const askedMs = new Map<number, number>();
  let after: { readonly at: number; readonly id: number } | null = null;

  function isDue({ id, handed_over_at }: OpenRow): boolean {
    const last = askedMs.get(id);
    return last === undefined || clock.monotonicMs() - last >= askEveryMs(clock.nowMs() - handed_over_at);
  }

  function nextDue(): OpenRow[] {
    const nowAt = clock.nowMs();
    const fromAt = Math.max(after?.at ?? 0, nowAt - oldestOpenMs);
    const afterId = fromAt === after?.at ? after.id : 0;
    const range = { fromAt, afterId, untilAt: nowAt - overlapMs, limit: lookedAtPerTurn };
    const rows = store.look((reader) => listOpen(reader, range));
    const due = rows.filter(isDue).slice(0, askedPerTurn);
    const last = due.length === askedPerTurn ? due.at(-1) : rows.length === lookedAtPerTurn ? rows.at(-1) : undefined;
    after = last === undefined ? null : { at: last.handed_over_at, id: last.id };
    // At the end of a round: what was asked about so long ago is due by itself, or has ended.
    if (after === null) for (const [id, at] of askedMs) if (clock.monotonicMs() - at > oldestOpenMs) askedMs.delete(id);
    return due;
  }

  return {
    turn: async (signal) => {
      const told: CarrierMessage[] = [];
      for (const { id, carrier_id } of nextDue()) {
        const found = await parts.ask(signal, (options) => carrier.fetchMessage(carrier_id, options));
        // The list has just been read, so this is no news of the line worth telling; it is asked again at its time.
        if (!found.ok) break;
        askedMs.set(id, clock.monotonicMs());
        if (found.value !== null) told.push(found.value);
      }
      if (told.length > 0) parts.onTaken(await parts.take(told));
    },
  };
}
