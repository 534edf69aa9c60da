/**
 * Exactly one engine per store. Takes the store's path and gives a lock that the operating system itself releases when
 * the process ends, however it ends. It refuses while another engine lives. One that holds the lock but has stopped
 * living (suspended, hung) is ended first and only then succeeded, so two engines never work on one store; it ends
 * nobody of whom it does not know for certain that it is that engine.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';

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

/** What the holder tells about itself in `<store>.holder`. */
interface Holder {
  readonly pid: number;
  readonly token: string;
  /** When the operating system started that process, in its own words; null while or where that is not known. */
  readonly processStart: string | null;
  /** A part of the process's command line, so that a number given to a new process is not taken for the old one. */
  readonly commandMark: string;
  readonly heartbeat: number;
}

const renewEveryMs = 1_000;

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
  log?.warn('store/holder-hung', { pid: waited.holder.pid, ended });
  if (ended === 'refused') return inUse;
  const released = await waitForLock(path, clock, pollMs, releaseWaitMs);
  return released.kind === 'locked' ? ok(hold(path, released.database, options)) : inUse;
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
  for (let watchedMs = 0; ; ) {
    const database = tryLock(path);
    if (database !== undefined) return { kind: 'locked', database };
    const last = signOfLife(path);
    if (last !== first) return { kind: 'alive' };
    if (watchedMs >= silentMs) return { kind: 'silent', holder: readHolder(path) };
    const beganMs = clock.monotonicMs();
    await clock.sleep(Math.min(pollMs, silentMs));
    // A computer that slept stopped the holder, too: however long this wait took, it counts as two polls at most.
    watchedMs += Math.min(clock.monotonicMs() - beganMs, 2 * pollMs);
  }
}

/**
 * The lock is SQLite's own exclusive lock on a file that is always empty: the kernel holds it for the process, on every
 * system. Nobody may open that file otherwise, because on POSIX closing any other descriptor of it drops the lock.
 */
function tryLock(path: string): Database.Database | undefined {
  // Two engines that start at once can meet halfway to the lock; waiting a little lets one of them through.
  const database = new Database(lockPath(path), { timeout: 200, ...compatBinding() });
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
  const beats = openSync(holderPath(path), constants.O_RDWR | constants.O_CREAT, 0o600);
  const lockFile = fileIdentity(lockPath(path));
  const token = randomUUID();
  const own = inspectProcess(process.pid);
  const about = { pid: process.pid, token, processStart: own?.start ?? null, commandMark: ownCommandMark(own) };
  let heartbeat = 0;
  let held = true;

  function renew(): void {
    if (!held) return;
    if (fileIdentity(lockPath(path)) === lockFile) {
      heartbeat += 1;
      writeHolder(beats, { ...about, heartbeat });
      return;
    }
    log?.error('store/lock-lost', { pid: process.pid });
    letGo();
    onLost?.();
  }

  function release(): void {
    if (!held) return;
    // Before the lock itself: afterwards the file may already be the next holder's.
    rmSync(holderPath(path), { force: true });
    letGo();
  }

  function letGo(): void {
    held = false;
    stop();
    closeSync(beats);
    database.close();
  }

  const stop = clock.every(renewEveryMs, renew);
  renew();
  return { token, renew, release };
}

function lockPath(path: string): string {
  return `${path}.lock`;
}

function holderPath(path: string): string {
  return `${path}.holder`;
}

/** Which file stands at a path. It only looks: opening and closing the lock's file would drop the lock. */
function fileIdentity(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.dev}:${found.ino}`;
}

/** The holder's file has this size for ever, so that a beat overwrites bytes in place and needs no free space. */
const holderFileBytes = 1_024;

function writeHolder(descriptor: number, holder: Holder): void {
  try {
    writeSync(descriptor, Buffer.from(JSON.stringify(holder).padEnd(holderFileBytes)), 0, holderFileBytes, 0);
  } catch {
    // Some file systems need space even to overwrite. The file's time is a sign of life as well, and we do live.
    const seconds = performance.now() / 1_000;
    futimesSync(descriptor, seconds, seconds);
  }
}

/** Whatever changes while the holder lives; never compared with a clock, which may have been set meanwhile. */
function signOfLife(path: string): string {
  try {
    const { mtimeNs } = statSync(holderPath(path), { bigint: true });
    return `${mtimeNs} ${readFileSync(holderPath(path), 'utf8')}`;
  } catch {
    return 'none';
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(holderPath(path), 'utf8'));
    return isHolder(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(read: unknown): read is Holder {
  if (typeof read !== 'object' || read === null) return false;
  const { pid, processStart, commandMark } = read as Partial<Holder>;
  return (
    Number.isSafeInteger(pid) &&
    Number(pid) > 1 &&
    (processStart === null || typeof processStart === 'string') &&
    typeof commandMark === 'string' &&
    commandMark !== ''
  );
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

interface ProcessFacts {
  /** Two processes of one number differ in this. */
  readonly start: string;
  readonly command: string;
}

/** What the operating system knows of a process; undefined when it is gone or hidden, and always on Windows. */
function inspectProcess(pid: number): ProcessFacts | undefined {
  try {
    if (process.platform === 'linux') return inspectOnLinux(pid);
    if (process.platform === 'darwin') return inspectOnMacos(pid);
  } catch {
    // Gone between two looks, or another person's.
  }
  return undefined;
}

function inspectOnLinux(pid: number): ProcessFacts {
  // The name in parentheses may itself hold spaces and parentheses. After it, the start time is the 20th field:
  // ticks since boot, hence meaningful only together with the boot.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  if (ticks === undefined) throw new Error('no start time');
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return { start: `${boot} ${ticks}`, command };
}

function inspectOnMacos(pid: number): ProcessFacts {
  const environment = { LC_ALL: 'C', TZ: 'UTC' };
  const line = execFileSync('/bin/ps', ['-ww', '-o', 'lstart=,command=', '-p', String(pid)], {
    env: environment,
    encoding: 'utf8',
    timeout: 2_000,
  }).trim();
  const startLength = 'Sun Nov 22 03:04:38 2026'.length;
  return { start: line.slice(0, startLength), command: line.slice(startLength) };
}

/** The script's name in plain Node; the program's in a desktop, whose engine's command line names no script. */
function ownCommandMark(own: ProcessFacts | undefined): string {
  const script = basename(process.argv[1] ?? '');
  return script !== '' && own?.command.includes(script) ? script : basename(process.execPath);
}

/** As in `database.ts`: a test host with an older Node-API names a driver that was built for it. */
function compatBinding(): { nativeBinding?: string } {
  const path = process.env['FIELDLINE_SQLITE_BINDING'];
  return path !== undefined && Number(process.versions.napi) < 10 ? { nativeBinding: path } : {};
}
