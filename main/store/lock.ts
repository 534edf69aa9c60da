/**
 * Exactly one engine per store. Takes the store's path and gives a lock that the operating system itself releases when
 * the process ends, however it ends. It refuses while another engine lives. One that holds the lock but has stopped
 * living (suspended, hung) is ended first and only then succeeded, so two engines never work on one store; it ends
 * nobody of whom it does not know for certain that it is that engine.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { compatBinding } from './database.ts';
import { type Holder, openHolderFile, readHolder, signOfLife } from './holder.ts';
import { inspectProcess } from './process-facts.ts';

export interface Lock {
  /** Names this run of this process; random. */
  readonly token: string;
  /** A sign of life amid synchronous work that takes many seconds, such as a migration. */
  renew(): void;
  /** Gives the store up. Nothing may touch it afterwards. */
  release(): void;
}

export interface TakeLockOptions {
  readonly clock: Clock;
  /** Gets nothing before the lock is held: until then the log's file is the holder's. */
  readonly log?: Log;
  /** How long a holder gives no sign of life before it counts as hung. Default 15 s; a holder renews every second. */
  readonly watchMs?: number;
  /** How often a waiting engine looks. Default 250 ms. */
  readonly pollMs?: number;
  /** How long the operating system may take to end a hung engine and release its lock. Default 10 s. */
  readonly releaseWaitMs?: number;
  /**
   * Called once when somebody has removed or replaced the lock's file under us: from then on another engine can take
   * the store, so this one must end.
   */
  readonly onLost?: () => void;
}

const renewEveryMs = 1_000;
/** Two engines that start at once can meet halfway to the lock; waiting this long lets one of them through. */
const attemptWaitMs = 200;

/**
 * Takes the lock of the store at `storePath`, which need not exist yet; its folder is made when missing.
 * Answers `store/in-use` as soon as the holder shows life, or after `watchMs` when it shows none and cannot be ended.
 * @throws the driver's or the file system's error when the folder cannot be written.
 */
export async function takeLock(
  storePath: string,
  options: TakeLockOptions,
): Promise<Result<Lock, AppError<'store/in-use'>>> {
  const { clock, log, watchMs = 15_000, pollMs = 250, releaseWaitMs = 10_000 } = options;
  const path = canonicalPath(storePath);
  const inUse = err(appError('store/in-use', { folder: basename(dirname(path)) }));

  const waited = await waitForLock(path, clock, pollMs, watchMs);
  if (waited.kind === 'locked') return ok(hold(path, waited.database, options));
  if (waited.kind === 'alive' || waited.holder === undefined) return inUse;

  const ended = endProcess(waited.holder);
  if (ended === 'refused') return inUse;
  const released = await waitForLock(path, clock, pollMs, releaseWaitMs);
  if (released.kind !== 'locked') return inUse;
  log?.warn('store/holder-hung', { pid: waited.holder.pid, ended });
  return ok(hold(path, released.database, options));
}

/** One store has one lock, by whatever symbolic link it is reached. */
function canonicalPath(storePath: string): string {
  const absolute = resolve(storePath);
  mkdirSync(dirname(absolute), { recursive: true });
  try {
    return realpathSync(absolute);
  } catch {
    return join(realpathSync(dirname(absolute)), basename(absolute));
  }
}

type Waited =
  | { readonly kind: 'locked'; readonly database: Database.Database }
  | { readonly kind: 'alive' }
  | { readonly kind: 'silent'; readonly holder: Holder | undefined };

/** Tries until the lock is free, the holder shows life, or `silentMs` have passed without any. */
async function waitForLock(path: string, clock: Clock, pollMs: number, silentMs: number): Promise<Waited> {
  const first = signOfLife(path);
  const longestTurnMs = 2 * (attemptWaitMs + pollMs);
  for (let watchedMs = 0; ; ) {
    const beganMs = clock.monotonicMs();
    const database = tryLock(path);
    if (database !== undefined) return { kind: 'locked', database };
    const last = signOfLife(path);
    if (last !== first) return { kind: 'alive' };
    if (watchedMs >= silentMs) return { kind: 'silent', holder: readHolder(path) };
    await clock.sleep(Math.min(pollMs, silentMs));
    // A computer that slept stopped the holder, too: however long this turn took, it counts as two turns at most.
    watchedMs += Math.min(clock.monotonicMs() - beganMs, longestTurnMs);
  }
}

/**
 * The lock is SQLite's own exclusive lock on a file that is always empty: the kernel holds it for the process, on every
 * system. Nobody may open that file otherwise, because on POSIX closing any other descriptor of it drops the lock.
 */
function tryLock(path: string): Database.Database | undefined {
  const database = new Database(lockPath(path), { timeout: attemptWaitMs, ...compatBinding() });
  try {
    database.exec('BEGIN EXCLUSIVE');
    // Only now, because in this mode a failed attempt would keep its share of the lock. It outlives the transaction.
    database.pragma('locking_mode = exclusive');
    return database;
  } catch (thrown) {
    database.close();
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) return undefined;
    throw thrown;
  }
}

function hold(path: string, database: Database.Database, options: TakeLockOptions): Lock {
  const { clock, log, onLost } = options;
  const token = randomUUID();
  const lockFile = fileIdentity(lockPath(path));
  const holderFile = openHolderFile(path, token);
  let held = true;

  function renew(): void {
    if (!held) return;
    if (fileIdentity(lockPath(path)) === lockFile) {
      holderFile.beat();
      return;
    }
    log?.error('store/lock-lost', { pid: process.pid });
    letGo();
    onLost?.();
  }

  function release(): void {
    if (!held) return;
    holderFile.remove();
    letGo();
  }

  function letGo(): void {
    held = false;
    stop();
    holderFile.close();
    database.close();
  }

  const stop = clock.every(renewEveryMs, renew);
  renew();
  return { token, renew, release };
}

function lockPath(path: string): string {
  return `${path}.lock`;
}

/** Which file stands at a path. It only looks: opening and closing the lock's file would drop the lock. */
function fileIdentity(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.dev}:${found.ino}`;
}

/** Ends the process that the holder's file names, but only if the process of that number is still the same one. */
function endProcess(holder: Holder): 'ended' | 'gone' | 'refused' {
  if (holder.pid === process.pid) return 'refused';
  try {
    process.kill(holder.pid, 0);
    const found = inspectProcess(holder.pid);
    const isHolder = found?.start === holder.processStart && found.command.includes(holder.commandMark);
    if (!isHolder) return 'refused';
    // The one signal that a suspended process cannot outlive: it is never resumed, so it does nothing more, ever.
    process.kill(holder.pid, 'SIGKILL');
    return 'ended';
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ESRCH' ? 'gone' : 'refused';
  }
}
