/**
 * Stops writing before the disk is full, because SQLite on a full disk can neither commit nor shrink its log. Takes the
 * store's folder and looks at its free space now and then; gives a cheap answer for every write. It refuses nothing by
 * itself: the store asks `isWritable` and says `store/disk-full`.
 */
import { statfsSync } from 'node:fs';
import type { Clock } from '../clock/index.ts';

export interface DiskGuard {
  /** The last judgement. Costs nothing, so it can be asked before every write. */
  isWritable(): boolean;
  /** Bytes that were free when last looked. */
  freeBytes(): number;
  /** Looks now, after SQLite reported a full disk, say, and answers like `isWritable`. */
  checkNow(): boolean;
  /** Calls `told` after every change of the judgement. The answer ends it. */
  onChange(told: (writable: boolean) => void): () => void;
  stop(): void;
}

export interface DiskGuardOptions {
  /** Any path on the disk; it must exist. */
  readonly path: string;
  readonly clock: Clock;
  /** Below this nothing is written, so that the operating system, backups and exports keep room. Default 200 MB. */
  readonly minimumFreeBytes?: number;
  /**
   * From here on writing resumes. Above the minimum, so that the two do not alternate while the disk hovers between
   * them. Default: the minimum and a quarter of it.
   */
  readonly resumeFreeBytes?: number;
  /** Default 10 s: at a gigabyte per ten seconds of somebody else's copying, the minimum is the time that is left. */
  readonly checkEveryMs?: number;
  /** Stands in for the operating system's answer in tests. */
  readonly readFreeBytes?: (path: string) => number;
}

const defaultMinimumFreeBytes = 200_000_000;
const defaultCheckEveryMs = 10_000;

/**
 * Bytes that this user may still write on the disk of `path`. Space that is kept for the system does not count.
 * @throws the file system's error when the path is gone.
 */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Looks once before it returns, then every `checkEveryMs` until it is stopped. */
export function createDiskGuard(options: DiskGuardOptions): DiskGuard {
  const minimumFreeBytes = options.minimumFreeBytes ?? defaultMinimumFreeBytes;
  const resumeFreeBytes = options.resumeFreeBytes ?? minimumFreeBytes * 1.25;
  if (resumeFreeBytes < minimumFreeBytes) throw new RangeError('writing cannot resume below the minimum');
  const readFreeBytes = options.readFreeBytes ?? freeBytes;
  const listeners = new Set<(writable: boolean) => void>();
  let writable = true;
  // Until the disk has answered: plenty, in a number that JSON can carry.
  let lastFreeBytes = Number.MAX_SAFE_INTEGER;

  function checkNow(): boolean {
    try {
      lastFreeBytes = readFreeBytes(options.path);
    } catch {
      // A disk that does not answer, unplugged for one, says nothing about its space; SQLite's own errors will tell.
      return writable;
    }
    const judged = lastFreeBytes >= (writable ? minimumFreeBytes : resumeFreeBytes);
    if (judged === writable) return writable;
    writable = judged;
    for (const told of listeners) told(writable);
    return writable;
  }

  checkNow();
  const stop = options.clock.every(options.checkEveryMs ?? defaultCheckEveryMs, () => void checkNow());

  return {
    isWritable: () => writable,
    freeBytes: () => lastFreeBytes,
    checkNow,
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    stop,
  };
}
