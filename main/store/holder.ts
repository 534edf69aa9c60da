/**
 * The holder's file, `<store>.holder`: who holds the lock, and a sign of life every second. The engine that holds the
 * lock writes it; one that waits for the lock reads it. It proves nothing by itself: only the lock says who holds the
 * store, and what stands here is believed only when the operating system says the same of that process.
 */
import { closeSync, constants, futimesSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { inspectProcess, ownCommandMark } from './process-facts.ts';

/** What the holder tells about itself. */
export interface Holder {
  readonly pid: number;
  readonly token: string;
  /** When the operating system started that process, in its own words; null while or where that is not known. */
  readonly processStart: string | null;
  /** A part of the process's command line, so that a number given to a new process is not taken for the old one. */
  readonly commandMark: string;
  readonly heartbeat: number;
}

export interface HolderFile {
  /** Gives a sign of life. */
  beat(): void;
  /** Only while the lock is held: afterwards the file may already be the next holder's. */
  remove(): void;
  close(): void;
}

/** The file has this size for ever, so that a beat overwrites bytes in place and needs no free space. */
const holderFileBytes = 1_024;

/**
 * Opens the file for the engine that holds the lock of the store at `path`.
 * @throws the file system's error when the file cannot be made.
 */
export function openHolderFile(path: string, token: string): HolderFile {
  const descriptor = openSync(holderPath(path), constants.O_RDWR | constants.O_CREAT, 0o600);
  const own = inspectProcess(process.pid);
  const about = { pid: process.pid, token, processStart: own?.start ?? null, commandMark: ownCommandMark(own) };
  let heartbeat = 0;
  return {
    beat: () => {
      heartbeat += 1;
      writeHolder(descriptor, { ...about, heartbeat });
    },
    remove: () => rmSync(holderPath(path), { force: true }),
    close: () => closeSync(descriptor),
  };
}

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
export function signOfLife(path: string): string {
  try {
    const { mtimeNs } = statSync(holderPath(path), { bigint: true });
    return `${mtimeNs} ${readFileSync(holderPath(path), 'utf8')}`;
  } catch {
    return 'none';
  }
}

/** Undefined when there is no such file, or none that says who holds the store. */
export function readHolder(path: string): Holder | undefined {
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

function holderPath(path: string): string {
  return `${path}.holder`;
}
