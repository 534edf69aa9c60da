import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { settableClock } from '../../main/clock/index.ts';
import { memoryLog } from '../../main/log/index.ts';
import { type OpenStoreOptions, openStore, type Store } from '../../main/store/index.ts';
import { temporaryFolder } from './folders.ts';

export const readWorker = fileURLToPath(new URL('../../main/read-worker.ts', import.meta.url));
export const importWorker = fileURLToPath(new URL('../../main/import-worker.ts', import.meta.url));

/** 2026-03-02T15:00:00Z, a Monday. */
export const testStart = Date.UTC(2026, 2, 2, 15);

export function storeOptions(changes: Partial<OpenStoreOptions> = {}): OpenStoreOptions {
  return {
    folder: changes.folder ?? temporaryFolder(),
    newMode: 'practice',
    readWorker,
    clock: settableClock({ startAt: testStart }),
    log: memoryLog(),
    onSuperseded: () => {},
    lockWatchMs: 200,
    minimumFreeBytes: 0,
    ...changes,
  };
}

/** A store of the test's own, closed when the test is over. Throws when it cannot be opened. */
export async function openTestStore(changes: Partial<OpenStoreOptions> = {}): Promise<Store> {
  const opened = await openStore(storeOptions(changes));
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await store.close();
  };
  onTestFinished(close);
  return { ...store, close };
}
