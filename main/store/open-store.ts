import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { createDiskGuard } from './disk.ts';
import { judgeFolder } from './folder.ts';
import { gatherFacts } from './folder-facts.ts';
import type { Mode } from './identity.ts';
import { fileFactsOf } from './incarnation.ts';
import { type Lock, takeLock } from './lock.ts';
import { readMigrations } from './migrate.ts';
import { type OpenCode, openFile, refusalOf } from './open.ts';
import { createReading, type Reading } from './reading.ts';
import { createStore, type Store, type StoreParts } from './store.ts';

export interface OpenStoreOptions {
  /** The folder that holds the store and nothing else. Made when it is not there. */
  readonly folder: string;
  /** The mode of a store that is made now; one that exists keeps its own for ever. */
  readonly newMode: Mode;
  /** The file that the read worker runs. */
  readonly readWorker: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Another engine has taken over: this process must do nothing more. */
  readonly onSuperseded: () => void;
  /** How long a silent holder of the lock is watched before it counts as hung, in milliseconds. */
  readonly lockWatchMs?: number;
  /** Below this much free space nothing is written, in bytes. */
  readonly minimumFreeBytes?: number;
}

export type OpenStoreCode = OpenCode | 'store/network-folder' | 'store/sync-folder' | 'store/in-use';

/** Opens the folder's store, making it when there is none. What refuses it leaves every file as it was. */
export async function openStore(options: OpenStoreOptions): Promise<Result<Store, AppError<OpenStoreCode>>> {
  const { folder, clock } = options;
  const log = options.log.child('store');
  const path = join(folder, 'fieldline.db');

  const judged = judgeFolder(folder, gatherFacts(folder));
  if (!judged.ok) return judged;
  let lock: Lock;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const locked = await takeLock(path, {
      clock,
      log,
      onLost: options.onSuperseded,
      ...(options.lockWatchMs !== undefined && { watchMs: options.lockWatchMs }),
    });
    if (!locked.ok) return locked;
    lock = locked.value;
  } catch (thrown) {
    return err(refusalOf(thrown, folder));
  }
  try {
    const foundAs = fileFactsOf(path);
    const opened = openFile(path, readMigrations(), clock.nowMs(), lock.renew);
    if (!opened.ok) {
      lock.release();
      return opened;
    }
    return ok(storeOver(options, { path, database: opened.value, lock, foundAs, log }));
  } catch (thrown) {
    lock.release();
    return err(refusalOf(thrown, folder));
  }
}

function storeOver(
  { folder, readWorker, clock, newMode, onSuperseded, minimumFreeBytes }: OpenStoreOptions,
  found: Pick<StoreParts, 'path' | 'database' | 'lock' | 'foundAs' | 'log'>,
): Store {
  const disk = createDiskGuard({ path: folder, clock, ...(minimumFreeBytes !== undefined && { minimumFreeBytes }) });
  const startReading = (): Reading => createReading(readWorker, found.path);
  try {
    return createStore({ ...found, startReading, disk, clock, newMode, onSuperseded });
  } catch (thrown) {
    // Before the lock is released: nothing of ours may hold the file when another engine opens it.
    disk.stop();
    found.database.close();
    throw thrown;
  }
}
