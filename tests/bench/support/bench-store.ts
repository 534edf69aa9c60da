import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clock, systemClock } from '../../../main/clock/index.ts';
import { type Log, silentLog } from '../../../main/log/index.ts';
import { openStore, type Store } from '../../../main/store/index.ts';

export interface BenchStore {
  readonly store: Store;
  /** The store's own, for whatever else a measurement writes. It goes away with it. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The file of a worker, by its name: the built one, because how long it takes to start is part of what people wait for. */
export const workerOf = (name: 'read-worker' | 'import-worker'): string =>
  fileURLToPath(new URL(`../../../out/engine/${name}.mjs`, import.meta.url));

/** Lends a new store of practice in a folder of its own, as durable as a campaign's, on the computer's clock. */
export async function withBenchStore<Outcome>(work: (bench: BenchStore) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  const [clock, log, readWorker] = [systemClock(), silentLog(), workerOf('read-worker')];
  try {
    const opened = await openStore({ folder, newMode: 'practice', readWorker, clock, log, onSuperseded: () => {} });
    if (!opened.ok) throw new Error(opened.error.code);
    const store = opened.value;
    try {
      return await work({ store, folder, clock, log });
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
