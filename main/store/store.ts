import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { appError } from '../../shared/errors.ts';
import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { createCheckpointing } from './checkpointing.ts';
import type { DiskGuard } from './disk.ts';
import {
  type Beside,
  fileNumberOf,
  followBeside,
  type Incarnation,
  judgeIncarnation,
  readBeside,
  writeBeside,
} from './incarnation.ts';
import type { Lock } from './lock.ts';
import { codeOf } from './open.ts';
import type { Question } from './questions.ts';
import type { Reading } from './reading.ts';
import { StoreRefusal } from './refusal.ts';
import { createStatements, type Reader, type Tx } from './statements.ts';

export type Mode = 'practice' | 'live';

/** What the file says of itself when it is opened. */
interface Identity {
  readonly store_id: string;
  readonly mode: Mode;
  readonly device: number;
  readonly incarnation: string;
  readonly epoch: number;
  readonly ended_cleanly: 0 | 1;
  readonly unmatched: Exclude<Incarnation, 'same'> | null;
}

export interface Store {
  readonly mode: Mode;
  readonly device: number;
  readonly openedAt: number;
  /** False when the last engine was killed or lost power: the file is then checked in the background. */
  readonly lastEndedCleanly: boolean;
  /** Other than `same`, nothing may be sent until `markMatched`. */
  incarnation(): Incarnation;
  /** Null while the store takes changes, else why it does not. */
  closedBecause(): StoreRefusal['error'] | null;
  /**
   * One write transaction, durable when it returns. The work is synchronous and short; throwing rolls it back.
   * @throws StoreRefusal when the disk is full, the file is damaged or another engine has taken over.
   */
  write<Outcome>(work: (tx: Tx) => Outcome): Outcome;
  /** A short read on the engine's thread: a row or a page by an index. */
  look<Outcome>(work: (reader: Reader) => Outcome): Outcome;
  /** A read that may take longer, in the read worker. */
  read<Input, Output>(question: Question<Input, Output>, input: Input): Promise<Output>;
  /** The file holds nonsense: nothing is written any more. */
  markDamaged(): void;
  /** Called by whoever matched the carrier's messages with this file's. */
  markMatched(tx: Tx): void;
  status(): { readonly schema: string; readonly sizeBytes: number; readonly freeBytes: number };
  /** Called with the refusal when the store stops taking changes, and with null when it takes them again. */
  onWritable(listener: (reason: StoreRefusal['error'] | null) => void): void;
  close(): Promise<void>;
}

export interface StoreParts {
  readonly path: string;
  readonly database: Database;
  readonly lock: Lock;
  readonly reading: Reading;
  readonly disk: DiskGuard;
  readonly clock: Clock;
  readonly log: Log;
  /** The mode of a file that is new; one that exists keeps its own. */
  readonly newMode: Mode;
  /** Called when another engine has taken over, at the first write that notices. This one must do nothing more. */
  readonly onSuperseded: () => void;
}

/** How often the mark beside the file follows the journal, in milliseconds. */
const markEveryMs = 1_000;

export function createStore(parts: StoreParts): Store {
  const { path, database, lock, reading, disk, clock, log } = parts;
  const statements = createStatements(database, log);
  const checkpointing = createCheckpointing(database, path, log);
  const afterCommit: (() => void)[] = [];
  const tx: Tx = { ...statements, afterCommit: (task) => afterCommit.push(task) };
  const listeners: ((reason: StoreRefusal['error'] | null) => void)[] = [];
  let damaged = false;
  let superseded = false;

  const begin = database.transaction((work: () => unknown) => {
    // One row by its key in memory: what it costs is far below the commit's flush.
    const row = statements.get<{ epoch: number }>('SELECT epoch FROM store WHERE one = 1');
    if (row?.epoch !== epoch) {
      superseded = true;
      parts.onSuperseded();
      throw new StoreRefusal(appError('store/superseded'));
    }
    return work();
  });

  const openedAt = clock.nowMs();
  const identity = takeOver();
  const epoch = identity.epoch;
  let unmatched = identity.unmatched;
  const fileNumber = fileNumberOf(path);
  let marked = lastMark();
  writeBeside(path, marked);
  const stopMarking = clock.every(markEveryMs, async () => {
    const mark = lastMark();
    if (mark.lastJournalId === marked.lastJournalId) return;
    try {
      await followBeside(path, mark);
      marked = mark;
    } catch (thrown) {
      log.warn('mark-not-written', { thrown });
    }
  });

  disk.onChange(() => announce());

  function closedBecause(): StoreRefusal['error'] | null {
    if (superseded) return appError('store/superseded');
    if (damaged) return appError('store/damaged');
    if (!disk.isWritable()) return diskFull();
    return null;
  }

  function diskFull(): StoreRefusal['error'] {
    return appError('store/disk-full', { freeMegabytes: Math.floor(disk.freeBytes() / 1_000_000) });
  }

  function announce(): void {
    const reason = closedBecause();
    for (const listener of listeners) listener(reason);
  }

  function write<Outcome>(work: (tx: Tx) => Outcome): Outcome {
    const reason = closedBecause();
    if (reason !== null) throw new StoreRefusal(reason);
    if (database.inTransaction) throw new Error('a write transaction inside another');
    afterCommit.length = 0;
    let outcome: Outcome;
    try {
      outcome = begin.immediate(() => work(tx)) as Outcome;
    } catch (thrown) {
      throw explained(thrown);
    }
    checkpointing.committed();
    for (const task of afterCommit.splice(0)) task();
    return outcome;
  }

  /** Turns SQLite's word for a full disk or a damaged page into ours; anything else stays what it is. */
  function explained(thrown: unknown): unknown {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (code === 'SQLITE_FULL') {
      disk.checkNow();
      return new StoreRefusal(diskFull());
    }
    if (codeOf(thrown) === 'store/damaged') {
      markDamaged();
      return new StoreRefusal(appError('store/damaged'));
    }
    return thrown;
  }

  function markDamaged(): void {
    if (damaged) return;
    damaged = true;
    log.error('store-damaged', {});
    announce();
  }

  function lastJournalId(): number {
    return statements.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM journal')?.id ?? 0;
  }

  /** Makes this engine the file's only one: a higher epoch inside, and what a restored or copied file lacks beside. */
  function takeOver(): Identity {
    const claim = database.transaction((): Identity => {
      const found = readIdentity();
      if (found === null) {
        const fresh = [randomUUID(), parts.newMode, randomUUID(), clock.nowMs()] as const;
        statements.run(
          `INSERT INTO store (one, store_id, mode, incarnation, epoch, ended_cleanly, created_at)
           VALUES (1, ?, ?, ?, 1, 0, ?)`,
          ...fresh,
        );
        const made = readIdentity();
        if (made === null) throw new Error('the store row was not made');
        return { ...made, ended_cleanly: 1 };
      }
      const inside = { incarnation: found.incarnation, epoch: found.epoch, lastJournalId: lastJournalId() };
      const judged = judgeIncarnation(inside, readBeside(path), fileNumberOf(path));
      if (judged !== 'same') {
        log.warn('store-unmatched', { judged });
        statements.run(
          `UPDATE store SET incarnation = :fresh, unmatched = coalesce(unmatched, :judged),
             unmatched_since_at = coalesce(unmatched_since_at, (SELECT max(at) FROM journal), created_at)
           WHERE one = 1`,
          { fresh: randomUUID(), judged },
        );
      }
      statements.run('UPDATE store SET epoch = epoch + 1, ended_cleanly = 0 WHERE one = 1');
      const taken = readIdentity();
      if (taken === null) throw new Error('the store row is gone');
      return { ...taken, ended_cleanly: found.ended_cleanly };
    });
    return claim.exclusive();
  }

  /** What keeps it from being written, such as a full disk, costs no more than a check of the file at the next start. */
  function endCleanly(): void {
    try {
      begin.immediate(() => statements.run('UPDATE store SET ended_cleanly = 1 WHERE one = 1'));
      writeBeside(path, lastMark());
      database.pragma('wal_checkpoint(TRUNCATE)');
    } catch (thrown) {
      log.warn('not-ended-cleanly', { thrown });
    }
  }

  function readIdentity(): Identity | null {
    return statements.get<Identity>('SELECT * FROM store WHERE one = 1') ?? null;
  }

  function lastMark(): Beside {
    return { incarnation: identity.incarnation, epoch, lastJournalId: lastJournalId(), fileNumber };
  }

  return {
    mode: identity.mode,
    device: identity.device,
    openedAt,
    lastEndedCleanly: identity.ended_cleanly === 1,
    incarnation: () => unmatched ?? 'same',
    closedBecause,
    write,
    look: (work) => work(statements),
    read: (question, input) => reading.ask(question, input),
    markDamaged,
    markMatched: (inside) => {
      inside.run('UPDATE store SET unmatched = NULL, unmatched_since_at = NULL WHERE one = 1');
      inside.afterCommit(() => {
        unmatched = null;
      });
    },
    status: () => ({
      schema: statements.get<{ name: string }>('SELECT max(name) AS name FROM migration')?.name ?? '',
      sizeBytes:
        Number(database.pragma('page_count', { simple: true })) *
        Number(database.pragma('page_size', { simple: true })),
      freeBytes: disk.freeBytes(),
    }),
    onWritable: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      stopMarking();
      disk.stop();
      await Promise.all([reading.close(), checkpointing.stop()]);
      if (!superseded && !damaged) endCleanly();
      database.close();
      lock.release();
    },
  };
}
