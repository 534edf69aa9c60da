import type { EngineEvent } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../../clock/index.ts';
import type { Journal } from '../../journal/index.ts';
import type { Log } from '../../log/index.ts';
import { type Store, StoreRefusal } from '../../store/index.ts';
import { endImport, findImport, type ImportRow } from '../import-queries.ts';
import { deleteList, markListReady } from '../queries.ts';
import { undoImport } from './undo.ts';

/** How an import ends whose list is taken back. The error is the person's to mend; null when it was ours. */
export type End = { readonly state: 'cancelled' } | { readonly state: 'failed'; readonly error: AppError | null };

export interface Ending {
  /** Shows the list, and everything that the import has brought. */
  finish(importId: number): void;
  /** Leaves nothing of the list. While the disk is full it waits: half an import is not left behind for that. */
  takeBack(row: ImportRow, end: End): Promise<void>;
}

export function createEnding(parts: {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly announce: (event: EngineEvent) => void;
}): Ending {
  const { store, journal, clock, log, announce } = parts;
  /** Called when the store takes changes again. */
  const waiting = new Set<() => void>();
  store.onWritable((reason) => {
    if (reason !== null) return;
    for (const wake of waiting) wake();
    waiting.clear();
  });

  async function takeBackNow(row: ImportRow, end: End): Promise<void> {
    await undoImport(store, row);
    store.write((tx) => {
      const failure = end.state === 'failed' && end.error !== null ? JSON.stringify(end.error) : null;
      endImport(tx, row.id, { state: end.state, failure, at: clock.nowMs() });
      deleteList(tx, row.list_id);
      const entry = { userId: row.user_id, entityId: row.list_id, bulkId: row.bulk_id };
      journal.record(tx, { kind: 'contacts/import-undone', ...entry, payload: { importId: row.id } });
    });
  }

  return {
    finish: (importId) => {
      store.write((tx) => {
        const row = findImport(tx, importId);
        if (row === undefined) throw new Error('an import without its row');
        const { added, updated, list_id: listId } = row;
        endImport(tx, importId, { state: 'done', failure: null, at: clock.nowMs() });
        markListReady(tx, listId);
        const entry = { userId: row.user_id, entityId: listId, bulkId: row.bulk_id };
        journal.record(tx, { kind: 'contacts/imported', ...entry, payload: { importId, added, updated } });
        tx.afterCommit(() => announce({ event: 'changed', room: 'contacts', ids: [listId] }));
      });
    },
    takeBack: async (row, end) => {
      for (;;) {
        try {
          return await takeBackNow(row, end);
        } catch (thrown) {
          if (!(thrown instanceof StoreRefusal) || thrown.error.code !== 'store/disk-full') throw thrown;
          log.warn('import-not-taken-back-yet', { importId: row.id });
          if (store.closedBecause() !== null) await new Promise<void>((resolve) => waiting.add(resolve));
        }
      }
    },
  };
}
