import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ColumnTarget } from '../../../shared/contract/contacts.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../../clock/index.ts';
import type { JobRun } from '../../jobs/index.ts';
import type { Store } from '../../store/index.ts';
import { type ImportRow, insertHeader } from '../import-queries.ts';
import type { Reading } from './reading.ts';
import { createRowWriter, type ImportTarget } from './write-rows.ts';
import { createZoneSets } from './zone-sets.ts';

interface ListToWrite {
  readonly store: Store;
  readonly clock: Clock;
  readonly run: JobRun;
  readonly reading: Reading;
  readonly row: ImportRow;
  readonly columns: readonly (ColumnTarget | null)[];
}

/**
 * Writes a list as the worker reads it, one short transaction after another. Gives why the file cannot be used, which may
 * come out at its last row; null when all of it is written.
 * @throws the signal's reason between two transactions.
 */
export async function writeList({ store, clock, run, reading, row, columns }: ListToWrite): Promise<AppError | null> {
  const target: ImportTarget = {
    importId: row.id,
    listId: row.list_id,
    bulkId: row.bulk_id,
    fieldIds: columns.flatMap((column) =>
      column?.startsWith('field:') ? [Number(column.slice('field:'.length))] : [],
    ),
  };
  const time = { nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs };
  const zones = createZoneSets();
  let sizeBytes = 0;
  for (;;) {
    const news = await reading.next();
    if (news.kind === 'refused') return news.error;
    if (news.kind === 'end') return null;
    if (news.kind === 'head') {
      sizeBytes = news.sizeBytes;
      store.write((tx) => insertHeader(tx, row.id, JSON.stringify(news.header)));
      continue;
    }
    const { chunk } = news;
    zones.learn(chunk.newZones);
    const writer = createRowWriter(target, chunk, zones, time);
    for (let isWritten = false; !isWritten; ) {
      run.signal.throwIfAborted();
      isWritten = store.writeStep(writer.write);
      // Whoever waits to send has a turn between any two transactions.
      await nextTurn();
    }
    reading.written();
    run.report({ done: Math.min(chunk.bytesRead, sizeBytes), total: sizeBytes });
  }
}
