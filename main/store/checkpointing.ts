import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import type { Log } from '../log/index.ts';
import { askToLeave } from './worker-end.ts';

const here = fileURLToPath(import.meta.url);
/** Beside this file in the source tree, beside the engine in the build. */
const entry = join(dirname(here), `checkpoint-worker${extname(here)}`);

/** A store that is only looked at, or used for a minute, needs no thread for its log. */
const startAfterCommits = 200;
/** Where the writing connection moves the log after all, should the worker be gone: 80 MB. */
const safetyNetPages = 20_000;

export interface Checkpointing {
  /** Counts a commit; the worker starts when there have been some. */
  committed(): void;
  stop(): Promise<void>;
}

/** Keeps the write-ahead log short without a commit ever waiting for it. */
export function createCheckpointing(database: Database, path: string, log: Log): Checkpointing {
  let commits = 0;
  let worker: Worker | null = null;
  database.pragma(`wal_autocheckpoint = ${safetyNetPages}`);

  return {
    committed: () => {
      commits += 1;
      if (commits !== startAfterCommits) return;
      worker = new Worker(entry, { workerData: { path } });
      worker.unref();
      worker.on('error', (thrown) => log.error('checkpoint-worker-failed', { thrown }));
      // What ended it, a full disk say, may pass: it is started again after as many commits.
      worker.on('exit', () => {
        commits = 0;
      });
    },
    stop: async () => {
      if (worker !== null) await askToLeave(worker);
    },
  };
}
