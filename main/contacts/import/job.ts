/**
 * The job of an import: it lets a worker read the file, writes what is ready between other people's transactions, and
 * shows the list when all of it is there. An attempt that was cut off is taken back and the import begins again; a
 * cancelled or refused one is taken back and stays so. One import works at a time, the others wait for their turn.
 */
import { z } from 'zod';
import { columnTarget, type ImportOutcome } from '../../../shared/contract/contacts.ts';
import type { EngineEvent } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../../clock/index.ts';
import type { JobRun, Jobs, Work } from '../../jobs/index.ts';
import type { Journal } from '../../journal/index.ts';
import type { Log } from '../../log/index.ts';
import type { Store } from '../../store/index.ts';
import { beginImport, findImport, type ImportRow, listRunningImports } from '../import-queries.ts';
import { countImport } from '../questions.ts';
import { createEnding } from './ending.ts';
import { startReading } from './reading.ts';
import { createTurns } from './turns.ts';
import { undoImport } from './undo.ts';
import { writeList } from './write-list.ts';

export const importJob = 'contacts/import';

/** What the job is started with. The path, not its token: tokens end with the engine, and the job may outlive it. */
export const importInput = z.object({
  importId: z.int(),
  path: z.string(),
  columns: z.array(columnTarget.nullable()),
});

export interface ImportParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly announce: (event: EngineEvent) => void;
  /** The file that the import worker runs. */
  readonly importWorker: string;
}

export function createImportWork(parts: ImportParts): Work {
  const { store, clock, jobs, importWorker } = parts;
  const ending = createEnding(parts);
  const takeTurn = createTurns();

  /** Reads the row anew: its counts, and after which contact it has begun, change under way. */
  function find(importId: number): ImportRow {
    const row = store.look((reader) => findImport(reader, importId));
    if (row === undefined) throw new Error('an import without its row');
    return row;
  }

  /** Gives why the file cannot be used; null when the whole list is there. */
  async function attempt(run: JobRun): Promise<AppError | null> {
    const { importId, path, columns } = importInput.parse(run.input);
    await sweep();
    await undoImport(store, find(importId));
    store.write((tx) => beginImport(tx, importId));
    const reading = startReading(importWorker, { path, columns }, run.signal);
    try {
      return await writeList({ store, clock, run, reading, row: find(importId), columns });
    } finally {
      await reading.stop();
    }
  }

  /** Imports that their job has left behind, because it was cancelled before its first step. */
  async function sweep(): Promise<void> {
    for (const row of store.look(listRunningImports)) {
      if (jobs.find(row.bulk_id)?.state !== 'running') await ending.takeBack(row, { state: 'cancelled' });
    }
  }

  /** Read from what the import has left in the store, so that it is the same whenever it is asked for. */
  async function outcomeOf(row: ImportRow): Promise<ImportOutcome | null> {
    if (row.failure !== null) return { error: JSON.parse(row.failure) as AppError };
    if (row.state !== 'done') return null;
    const counted = await store.read(countImport, { importId: row.id, listId: row.list_id });
    const { rows_read: rowsRead, added, updated, left_out: leftOut } = row;
    const unchanged = rowsRead - added - updated - leftOut;
    return { listId: row.list_id, importId: row.id, rowsRead, added, updated, unchanged, ...counted };
  }

  return async (run) => {
    const { importId } = importInput.parse(run.input);
    // The last engine ended after the import and before its job: there is nothing left to do.
    if (find(importId).state !== 'running') return outcomeOf(find(importId));
    try {
      const problem = await takeTurn(run.signal, () => attempt(run));
      if (problem === null) ending.finish(importId);
      else await ending.takeBack(find(importId), { state: 'failed', error: problem });
    } catch (thrown) {
      // The engine stops. The next one takes it back, and begins again.
      if (run.signal.aborted && !isCancelled(run.signal)) throw thrown;
      await ending.takeBack(
        find(importId),
        run.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error: null },
      );
      throw thrown;
    }
    return outcomeOf(find(importId));
  };
}

/** The room of jobs aborts with this reason when a person cancels, and with another one when the engine stops. */
function isCancelled({ reason }: AbortSignal): boolean {
  return reason instanceof Error && reason.message === 'cancelled';
}
