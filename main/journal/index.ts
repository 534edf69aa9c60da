/**
 * The journal room: who did what, when. It takes an entry inside the transaction that makes the change, and gives it
 * a place in this desktop's unbroken count. It refuses nothing and changes nothing: rows are only ever added.
 */
import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '../../shared/domain/ids.ts';
import type { JournalKind, JournalPayloads } from '../../shared/domain/journal.ts';
import type { Clock } from '../clock/index.ts';
import type { Tx } from '../store/index.ts';

export interface Entry<Kind extends JournalKind> {
  readonly kind: Kind;
  /** The person who did it; null when the carrier or the program itself did. */
  readonly userId: number | null;
  /** The row it is about, in the table that the kind's room owns. */
  readonly entityId: number | null;
  readonly payload: JournalPayloads[Kind];
  /** Joins the members of bulk work, which are in `bulk_item`. */
  readonly bulkId?: number;
}

export interface Journal {
  /** Adds an entry to the transaction that makes the change it tells of. */
  record<Kind extends JournalKind>(tx: Tx, entry: Entry<Kind>): void;
}

export function createJournal({ device, clock }: { readonly device: number; readonly clock: Clock }): Journal {
  const random = new Uint8Array(10);
  return {
    record: (tx, { kind, userId, entityId, payload, bulkId }) => {
      const at = clock.nowMs();
      randomFillSync(random);
      // The plus keeps SQLite from planning the statement anew at each bind, which costs more than the statement.
      tx.run(
        `INSERT INTO journal (event_id, device, n, at, user_id, kind, entity_id, payload, bulk_id)
         SELECT :eventId, :device, coalesce(max(n), 0) + 1, :at, :userId, :kind, :entityId, :payload, :bulkId
         FROM journal WHERE device = +:device`,
        {
          eventId: Buffer.from(uuidV7(at, random).replaceAll('-', ''), 'hex'),
          device,
          at,
          userId,
          kind,
          entityId,
          payload: JSON.stringify(payload),
          bulkId: bulkId ?? null,
        },
      );
    },
  };
}
