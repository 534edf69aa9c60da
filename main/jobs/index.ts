/**
 * The jobs room: long work that a person waits for. It takes a kind of work once, starts it inside the transaction
 * that decides it, tells its progress by events, and ends it with an outcome. Work that an engine's end cut off is
 * begun again at the next start, so a kind's work must be safe to begin twice. Cancel is neither success nor failure.
 */
import { randomBytes } from 'node:crypto';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Log } from '../log/index.ts';
import { type Store, StoreRefusal, type Tx } from '../store/index.ts';

export { jobsHandlers } from './calls.ts';

import { endJob, findJob, insertJob, type JobRow, listRunningJobs } from './queries.ts';

export interface Progress {
  readonly done: number;
  readonly total: number | null;
}

export interface JobRun {
  readonly jobId: number;
  readonly input: unknown;
  /**
   * Aborted by a cancel and by the engine's end; the work then rolls back what it did and throws the signal's reason. The
   * engine's end waits for that, so no work may ignore it.
   */
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
}

/** Gives the outcome, plain JSON. Expected failures are part of the outcome; what is thrown fails the job as a bug. */
export type Work = (run: JobRun) => Promise<unknown>;

export interface Jobs {
  define(kind: string, work: Work): void;
  /**
   * Adds the job to the transaction; it runs once that is committed.
   * @throws Error when no work is defined for its kind.
   */
  start(tx: Tx, job: { readonly kind: string; readonly input: unknown; readonly userId: number | null }): number;
  /** Takes up what the last engine left running, and fails what nobody can do. Called once, after every kind is defined. */
  resume(): void;
  cancel(jobId: number, userId: number): Result<JobRow, AppError<'jobs/not-found' | 'jobs/already-ended'>>;
  /** The row, with the progress that is not yet in it. */
  find(jobId: number): JobRow | undefined;
  /** Stops all work without ending its jobs, so that the next engine takes them up. */
  stop(): Promise<void>;
}

interface Running {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  progress: Progress;
  /** The person who cancelled it. */
  cancelledBy: number | null;
}

type EndState = 'done' | 'failed' | 'cancelled';

/** Progress events of one job come no faster than this, in milliseconds: a window paints no faster anyway. */
const reportEveryMs = 100;

export function createJobs(parts: {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly announce: (event: EngineEvent) => void;
}): Jobs {
  const { store, journal, clock, log, announce } = parts;
  const works = new Map<string, Work>();
  const running = new Map<number, Running>();
  let stopping = false;
  /** Called when the store takes changes again, and when the engine stops. */
  const waiting = new Set<() => void>();
  store.onWritable((reason) => {
    if (reason === null) wakeAll();
  });

  function wakeAll(): void {
    for (const wake of waiting) wake();
    waiting.clear();
  }

  function begin(jobId: number, kind: string, input: unknown): void {
    if (stopping) return; // The next engine takes it up.
    const work = works.get(kind) ?? (() => Promise.reject(new Error(`no work is defined for jobs of kind ${kind}`)));
    const abort = new AbortController();
    let reportedAt = Number.NEGATIVE_INFINITY;
    const report = (progress: Progress): void => {
      entry.progress = progress;
      if (clock.monotonicMs() - reportedAt < reportEveryMs) return;
      reportedAt = clock.monotonicMs();
      announce({ event: 'job', jobId, state: 'running', ...progress });
    };
    const ended = Promise.resolve()
      .then(() => {
        // Cancelled before its first step: then it takes none.
        abort.signal.throwIfAborted();
        return work({ jobId, input, signal: abort.signal, report });
      })
      .then((outcome) => end(jobId, kind, 'done', outcome ?? null))
      .catch((thrown: unknown) => fail(jobId, kind, abort.signal, thrown))
      .catch((thrown: unknown) => log.error('job-not-ended', { jobId, kind, thrown }))
      .finally(() => running.delete(jobId));
    const entry: Running = { abort, ended, progress: { done: 0, total: null }, cancelledBy: null };
    running.set(jobId, entry);
  }

  async function fail(jobId: number, kind: string, signal: AbortSignal, thrown: unknown): Promise<void> {
    if (running.get(jobId)?.cancelledBy != null) return end(jobId, kind, 'cancelled', null);
    if (stopping && signal.aborted) return;
    return end(jobId, kind, 'failed', errorOf(jobId, kind, thrown));
  }

  /** What the person is told: the store's own refusal, or an incident that finds the stack in the log. */
  function errorOf(jobId: number, kind: string, thrown: unknown): AppError {
    if (thrown instanceof StoreRefusal) return thrown.error;
    const incidentId = randomBytes(4).toString('hex');
    log.error('job-failed', { incidentId, jobId, kind, thrown });
    return { ...appError('internal/bug'), incidentId };
  }

  /** A store that takes no changes now is waited for: the work is done, and only its end is not noted yet. */
  async function end(jobId: number, kind: string, state: EndState, outcome: unknown): Promise<void> {
    for (;;) {
      try {
        return recordEnd(jobId, kind, state, outcome);
      } catch (thrown) {
        if (!(thrown instanceof StoreRefusal)) throw thrown;
        if (stopping) return;
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    }
  }

  function recordEnd(jobId: number, kind: string, state: EndState, outcome: unknown): void {
    const { progress, cancelledBy } = running.get(jobId) ?? { progress: { done: 0, total: null }, cancelledBy: null };
    const { done, total } = progress;
    const userId = state === 'cancelled' ? cancelledBy : null;
    store.write((tx) => {
      const at = clock.nowMs();
      if (!endJob(tx, { id: jobId, state, outcome: JSON.stringify(outcome), done, total, at })) return;
      journal.record(tx, { kind: 'jobs/ended', userId, entityId: jobId, payload: { kind, state } });
      tx.afterCommit(() => announce({ event: 'job', jobId, state, done, total }));
    });
  }

  return {
    define: (kind, work) => {
      if (works.has(kind)) throw new Error(`jobs of kind ${kind} are defined twice`);
      works.set(kind, work);
    },
    start: (tx, { kind, input, userId }) => {
      if (!works.has(kind)) throw new Error(`no work is defined for jobs of kind ${kind}`);
      const jobId = insertJob(tx, { kind, input: JSON.stringify(input), userId, at: clock.nowMs() });
      journal.record(tx, { kind: 'jobs/started', userId, entityId: jobId, payload: { kind } });
      tx.afterCommit(() => begin(jobId, kind, input));
      return jobId;
    },
    resume: () => {
      for (const row of store.look(listRunningJobs)) begin(row.id, row.kind, JSON.parse(row.input));
    },
    cancel: (jobId, userId) => {
      const row = store.look((reader) => findJob(reader, jobId));
      if (row === undefined) return err(appError('jobs/not-found'));
      if (row.state !== 'running') return err(appError('jobs/already-ended'));
      const entry = running.get(jobId);
      if (entry !== undefined) {
        entry.cancelledBy ??= userId;
        entry.abort.abort(new Error('cancelled'));
      }
      return ok(row);
    },
    find: (jobId) => {
      const row = store.look((reader) => findJob(reader, jobId));
      return row === undefined ? undefined : { ...row, ...running.get(jobId)?.progress };
    },
    stop: async () => {
      stopping = true;
      const all = [...running.values()];
      for (const { abort } of all) abort.abort(new Error('the engine is stopping'));
      wakeAll();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
