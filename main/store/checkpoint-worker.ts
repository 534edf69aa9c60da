import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';

/**
 * Moves the write-ahead log into the file, on a thread and a connection of its own. Left to SQLite, the commit that
 * makes the log long enough does this, and whoever pressed Enter for that commit waits for the disk. A passive
 * checkpoint stands in nobody's way: it moves what no reader needs any more and leaves the rest for the next time.
 */
const lookEveryMs = 250;
/** 4 MB of log. More costs disk space and a longer start after a crash, less costs more flushes. */
const moveAbovePages = 1_000;

interface Progress {
  readonly log: number;
  readonly checkpointed: number;
}

const { path } = workerData as { path: string };
const database = openDatabase(path, { durability: 'full' });
const leaving = new AbortController();
parentPort?.once('message', () => leaving.abort());
while (!leaving.signal.aborted) {
  await wait(lookEveryMs, undefined, { signal: leaving.signal }).catch(() => undefined);
  if (leaving.signal.aborted) break;
  const [progress] = database.pragma('wal_checkpoint(NOOP)') as Progress[];
  if (progress !== undefined && progress.log - progress.checkpointed > moveAbovePages) {
    database.pragma('wal_checkpoint(PASSIVE)');
  }
}
database.close();
