import { appError } from '../../shared/errors.ts';
import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { createCheckpointing } from './checkpointing.ts';
import { type Database, setDurability } from './database.ts';
import type { DiskGuard } from './disk.ts';
import { lastJournalId, type Mode, takeOver } from './identity.ts';
import { type Beside, type FileFacts, fileFactsOf, type Incarnation } from './incarnation.ts';
import type { Lock } from './lock.ts';
import { createMarking } from './marking.ts';
import { codeOf } from './open.ts';
import type { Question } from './questions.ts';
import { createReaders } from './readers.ts';
import type { Reading } from './reading.ts';
import { StoreRefusal } from './refusal.ts';
import { createStatements, type Reader, type Tx } from './statements.ts';

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
  /**
   * Like `write`, for one of many steps that are begun again from the first when they are cut off: the disk is not waited
   * for. A power cut takes back the last of them, each whole; the next `write` makes all that came before it durable.
   */
  writeStep<Outcome>(work: (tx: Tx) => Outcome): Outcome;
  /**
   * A short read on the engine's thread: a row or a page by an index.
   * @throws StoreRefusal when what it reads is damaged.
   */
  look<Outcome>(work: (reader: Reader) => Outcome): Outcome;
  /**
   * A read that may take longer, in the read worker.
   * @throws StoreRefusal when what it reads is damaged, QuestionFailed when it cannot be answered.
   */
  read<Input, Output>(question: Question<Input, Output>, input: Input): Promise<Output>;
  /**
   * A read that may take minutes, in a worker of its own, so that no other question waits for it.
   * @throws like `read`, and the signal's reason as soon as it aborts, which ends the worker after its statement.
   */
  readAlone<Input, Output>(question: Question<Input, Output>, input: Input, signal: AbortSignal): Promise<Output>;
  /** The file holds nonsense: nothing is written any more. */
  markDamaged(): void;
  /** Called by whoever matched the carrier's messages with this file's. */
  markMatched(tx: Tx): void;
  status(): { readonly schema: string; readonly sizeBytes: number; readonly freeBytes: number };
  /** Called with the refusal when the store stops taking changes, and with null when it takes them again. */
  onWritable(listener: (reason: StoreRefusal['error'] | null) => void): void;
  /** Ends in order as far as the disk lets it, and never rejects: what could not be noted costs a check at the next start. */
  close(): Promise<void>;
}

export interface StoreParts {
  readonly path: string;
  readonly database: Database;
  readonly lock: Lock;
  readonly startReading: () => Reading;
  readonly disk: DiskGuard;
  readonly clock: Clock;
  readonly log: Log;
  /** The mode of a file that is new; one that exists keeps its own. */
  readonly newMode: Mode;
  /** The file as it was found, before anything was written to it; null when there was none. */
  readonly foundAs: FileFacts | null;
  /** Called when another engine has taken over and this one notices. It must do nothing more. */
  readonly onSuperseded: () => void;
}

/** Well below the time that main gives an engine to leave, in milliseconds. */
const workersEndWithinMs = 1_000;

export function createStore(parts: StoreParts): Store {
  const { path, database, lock, disk, clock, log } = parts;
  const statements = createStatements(database, log);
  const checkpointing = createCheckpointing(database, path, log);
  const readers = createReaders(parts.startReading);
  const afterCommit: (() => void)[] = [];
  const tx: Tx = {
    ...statements,
    run: (sql, ...values) => {
      insistOnTransaction();
      return statements.run(sql, ...values);
    },
    afterCommit: (task) => {
      insistOnTransaction();
      afterCommit.push(task);
    },
  };
  const listeners: ((reason: StoreRefusal['error'] | null) => void)[] = [];
  let flushesEachCommit = true;
  let damaged = false;
  let superseded = false;

  const begin = database.transaction((work: () => unknown) => {
    if (isSuperseded()) throw new StoreRefusal(appError('store/superseded'));
    return work();
  });

  const openedAt = clock.nowMs();
  const identity = takeOver({ ...parts, statements });
  const { incarnation, epoch } = identity;
  let unmatched = identity.unmatched;
  const fileNumber = fileFactsOf(path)?.fileNumber ?? '';
  const marking = createMarking(path, () => (isSuperseded() ? null : lastMark()), { clock, log });

  /** One row by its key in memory: what it costs is far below a commit's flush. */
  function isSuperseded(): boolean {
    if (superseded) return true;
    const row = statements.get<{ epoch: number }>('SELECT epoch FROM store WHERE one = 1');
    if (row?.epoch === epoch) return false;
    superseded = true;
    parts.onSuperseded();
    return true;
  }

  function insistOnTransaction(): void {
    if (!database.inTransaction) throw new Error('a transaction is used after its end');
  }

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

  /**
   * The log is written in order, and one flush is for all that is in it: so a step's commit may do without one of its own.
   */
  function flushEachCommit(isWished: boolean): void {
    if (isWished === flushesEachCommit) return;
    setDurability(database, isWished ? 'full' : 'normal');
    flushesEachCommit = isWished;
  }

  function write<Outcome>(work: (tx: Tx) => Outcome, flush = true): Outcome {
    const reason = closedBecause();
    if (reason !== null) throw new StoreRefusal(reason);
    if (database.inTransaction) throw new Error('a write transaction inside another');
    afterCommit.length = 0;
    let outcome: Outcome;
    try {
      flushEachCommit(flush);
      outcome = begin.immediate(() => work(tx)) as Outcome;
    } catch (thrown) {
      throw explained(thrown);
    }
    for (const task of [checkpointing.committed, ...afterCommit.splice(0)]) runAfterCommit(task);
    return outcome;
  }

  /** The change is durable, so whoever asked for it must be told so, whatever a listener makes of it. */
  function runAfterCommit(task: () => void): void {
    try {
      task();
    } catch (thrown) {
      log.error('after-commit-failed', { thrown });
    }
  }

  function look<Outcome>(work: (reader: Reader) => Outcome): Outcome {
    try {
      return work(statements);
    } catch (thrown) {
      throw explained(thrown);
    }
  }

  async function read<Output>(answer: Promise<Output>): Promise<Output> {
    try {
      return await answer;
    } catch (thrown) {
      throw explained(thrown);
    }
  }

  /** Turns SQLite's word for a full disk or a damaged page into ours; anything else stays what it is. */
  function explained(thrown: unknown): unknown {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (code === 'SQLITE_FULL') {
      disk.checkNow();
      return new StoreRefusal(diskFull(), thrown);
    }
    if (codeOf(thrown) === 'store/damaged') {
      markDamaged();
      return new StoreRefusal(appError('store/damaged'), thrown);
    }
    return thrown;
  }

  function markDamaged(): void {
    if (damaged) return;
    damaged = true;
    log.error('store-damaged', {});
    announce();
  }

  function lastMark(): Beside {
    return { incarnation, epoch, lastJournalId: lastJournalId(statements), fileNumber, changeTime: null };
  }

  /** Gives false when a worker is in a long statement: the end of the engine, and its clean mark, must not wait for it. */
  function workersEnd(): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = clock.after(workersEndWithinMs, () => resolve(false));
      void Promise.all([checkpointing.stop(), readers.close()]).then(() => {
        cancel();
        resolve(true);
      });
    });
  }

  /**
   * Gives what is to be said beside the file once it is closed; null when it cannot end in order. The epoch is raised
   * once more: a copy that was made while the file was open must not pass for what this engine leaves.
   */
  function endInOrder(isAlone: boolean): Beside | null {
    if (superseded || damaged) return null;
    try {
      flushEachCommit(true);
      begin.immediate(() => statements.run('UPDATE store SET epoch = epoch + 1, ended_cleanly = 1 WHERE one = 1'));
      const mark = { ...lastMark(), epoch: epoch + 1 };
      // Emptying the log waits for whoever reads; moving it does not.
      database.pragma(`wal_checkpoint(${isAlone ? 'TRUNCATE' : 'PASSIVE'})`);
      return mark;
    } catch (thrown) {
      log.warn('not-ended-in-order', { thrown });
      return null;
    }
  }

  return {
    mode: identity.mode,
    device: identity.device,
    openedAt,
    lastEndedCleanly: identity.ended_cleanly === 1,
    incarnation: () => unmatched ?? 'same',
    closedBecause,
    write: (work) => write(work),
    writeStep: (work) => write(work, false),
    look,
    read: (question, input) => read(readers.ask(question, input)),
    readAlone: (question, input, signal) => read(readers.askAlone(question, input, signal)),
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
      disk.stop();
      const [isAlone] = await Promise.all([workersEnd(), marking.stop()]);
      const mark = endInOrder(isAlone);
      database.close();
      // Only now does the file stay as it is, and only until the lock is released is it ours to speak of.
      if (mark !== null) marking.leave(mark);
      lock.release();
    },
  };
}
