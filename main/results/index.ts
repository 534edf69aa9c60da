/**
 * The results room: what came of an action. It gives message performance in numbers and writes reports of contacts and
 * of messages as spreadsheets. It changes nothing, reads the other rooms through the views of its migration only, and
 * everything in the read worker, so that nobody's Enter waits for a report. It refuses an action that does not exist, and
 * tells as a job's outcome when a file cannot be written.
 */
import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Jobs } from '../jobs/index.ts';
import type { AnyQuestion, Store, Tx } from '../store/index.ts';
import { readContactPage } from './contact-report.ts';
import { type ExportInput, exportJob, writeExport } from './export.ts';
import { readMessagePage } from './message-report.ts';
import { type BucketOf, countPerformance, performanceOf } from './performance.ts';
import { findAction } from './queries.ts';
import { readFrame } from './report.ts';

export type { ExportOutcome } from './export.ts';
export type { BucketOf } from './performance.ts';

/** What the read worker answers for this room. */
export const resultsQuestions: readonly AnyQuestion[] = [countPerformance, readFrame, readContactPage, readMessagePage];

interface ResultsParts {
  readonly store: Store;
  readonly jobs: Jobs;
  /** The carrier's room knows its codes; the engine passes its table, since results import no room but furniture. */
  readonly bucketOf: BucketOf;
}

/** Defines the export's job, and so is called once, before jobs are taken up. */
export function createResults({ store, jobs, bucketOf }: ResultsParts): Handlers<CallsOf<'results'>, Tx> {
  jobs.define(exportJob, (run) => writeExport(store, run));

  return {
    'results/read-performance': async (_context, { actionId }) => {
      const counts = await store.read(countPerformance, { actionId });
      return counts === null ? err(appError('actions/not-found')) : ok(performanceOf(counts, bucketOf));
    },

    'results/start-export': ({ tx, actor, findFile }, { actionId, report, format, file }) => {
      if (findAction(tx, actionId) === undefined) return err(appError('actions/not-found'));
      const found = findFile(file);
      if (!found.ok) return found;
      const input: ExportInput = { actionId, report, format, path: found.value };
      return ok({ jobId: jobs.start(tx, { kind: exportJob, input, userId: actor.userId }) });
    },
  };
}
