import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { createJobs, type JobRun, type Work } from '../../../main/jobs/index.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { memoryLog } from '../../../main/log/index.ts';
import { type Store, StoreRefusal } from '../../../main/store/index.ts';
import type { EngineEvent } from '../../../shared/contract/index.ts';
import { type AppError, appError } from '../../../shared/errors.ts';
import { openRooms } from '../../support/rooms.ts';
import { openTestStore, testStart } from '../../support/stores.ts';

async function openJobs(work: Work) {
  const store = await openTestStore();
  const clock = settableClock({ startAt: testStart });
  const events: EngineEvent[] = [];
  const log = memoryLog();
  const journal = createJournal({ device: 0, clock });
  const create = () => {
    const jobs = createJobs({ store, journal, clock, log, announce: (event) => events.push(event) });
    jobs.define('test', work);
    return jobs;
  };
  const jobs = create();
  const start = () => store.write((tx) => jobs.start(tx, { kind: 'test', input: { rows: 3 }, userId: 1 }));
  const journalKinds = () =>
    store.look((reader) => reader.all<{ kind: string; payload: string }>('SELECT kind, payload FROM journal'));
  return { store, clock, events, log, jobs, create, start, journalKinds };
}

/** Work that waits until it is cancelled, and tells the test when it has begun. */
function waitingWork() {
  let begun: (run: JobRun) => void;
  const beginning = new Promise<JobRun>((resolve) => {
    begun = resolve;
  });
  const work: Work = (run) =>
    new Promise((_resolve, reject) => {
      run.signal.addEventListener('abort', () => reject(run.signal.reason));
      begun(run);
    });
  return { work, beginning };
}

describe('a job', () => {
  it('runs once its transaction is committed and keeps its outcome', async () => {
    const { jobs, start, events, journalKinds } = await openJobs(async ({ input }) => ({ seen: input }));
    const jobId = start();
    await vi.waitFor(() => expect(jobs.find(jobId)).toMatchObject({ state: 'done', outcome: '{"seen":{"rows":3}}' }));
    expect(events.at(-1)).toMatchObject({ event: 'job', jobId, state: 'done' });
    expect(journalKinds()).toEqual([
      { kind: 'jobs/started', payload: '{"kind":"test"}' },
      { kind: 'jobs/ended', payload: '{"kind":"test","state":"done"}' },
    ]);
  });

  it('never runs when its transaction is rolled back', async () => {
    const work = vi.fn(async () => null);
    const { store, jobs } = await openJobs(work);
    const undone = (): void =>
      store.write((tx) => {
        jobs.start(tx, { kind: 'test', input: {}, userId: 1 });
        throw new Error('undone');
      });
    expect(undone).toThrow('undone');
    await jobs.stop();
    expect(work).not.toHaveBeenCalled();
  });

  it('tells its progress, but not faster than a window can paint', async () => {
    const { work, beginning } = waitingWork();
    const { jobs, start, events, clock } = await openJobs(work);
    const jobId = start();
    const { report } = await beginning;
    for (let done = 1; done <= 50; done += 1) report({ done, total: 100 });
    expect(events).toEqual([{ event: 'job', jobId, state: 'running', done: 1, total: 100 }]);
    expect(jobs.find(jobId)).toMatchObject({ done: 50, total: 100 });
    await clock.advance(100);
    report({ done: 51, total: 100 });
    expect(events).toHaveLength(2);
  });

  it('is cancelled by a person, which is neither success nor failure', async () => {
    const { work, beginning } = waitingWork();
    const { jobs, start, log, store } = await openJobs(work);
    const jobId = start();
    await beginning;
    expect(jobs.cancel(jobId, 7)).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(jobs.find(jobId)?.state).toBe('cancelled'));
    expect(jobs.cancel(jobId, 7)).toMatchObject({ error: { code: 'jobs/already-ended', kind: 'refused' } });
    expect(log.lines).toEqual([]);
    // The trail says who.
    const ended = store.look((reader) => reader.get(`SELECT user_id FROM journal WHERE kind = 'jobs/ended'`));
    expect(ended).toEqual({ user_id: 7 });
  });

  it('that a person cancelled stays cancelled when the engine stops before the work has ended', async () => {
    const { work, beginning } = waitingWork();
    const { jobs, start } = await openJobs(work);
    const jobId = start();
    await beginning;
    jobs.cancel(jobId, 7);
    await jobs.stop();
    expect(jobs.find(jobId)?.state).toBe('cancelled');
  });

  it.each<[string, Work, string]>([
    ['fails by a bug', () => Promise.reject(new Error('the wheel came off')), 'the wheel came off'],
    ['gives what cannot be kept', async () => 1n, 'serialize a BigInt'],
  ])('that %s is failed, with an incident that finds the stack in the log', async (_how, work, said) => {
    const { jobs, start, log } = await openJobs(work);
    const jobId = start();
    await vi.waitFor(() => expect(jobs.find(jobId)?.state).toBe('failed'));
    const outcome = JSON.parse(jobs.find(jobId)?.outcome ?? '') as AppError;
    expect(outcome).toMatchObject({ code: 'internal/bug', kind: 'bug' });
    const line = log.lines.find(({ incidentId }) => incidentId === outcome.incidentId);
    expect(JSON.stringify(line)).toContain(said);
  });

  it('that the store refuses is failed in the store’s own words', async () => {
    const refusal = appError('store/disk-full', { freeMegabytes: 3 });
    const { jobs, start, log } = await openJobs(() => Promise.reject(new StoreRefusal(refusal)));
    const jobId = start();
    await vi.waitFor(() => expect(jobs.find(jobId)?.outcome).toBe(JSON.stringify(refusal)));
    expect(log.lines).toEqual([]);
  });

  it('whose end the store does not take has it noted when the store takes changes again', async () => {
    const store = await openTestStore();
    const refusal = new StoreRefusal(appError('store/disk-full', { freeMegabytes: 3 }));
    const listeners: Parameters<Store['onWritable']>[0][] = [];
    let isFull = false;
    const write: Store['write'] = (work) => {
      if (isFull) throw refusal;
      return store.write(work);
    };
    const clock = settableClock({ startAt: testStart });
    const jobs = createJobs({
      store: { ...store, write, onWritable: (listener) => listeners.push(listener) },
      journal: createJournal({ device: 0, clock }),
      clock,
      log: memoryLog(),
      announce: () => {},
    });
    jobs.define('test', async () => {
      isFull = true;
      return { rows: 3 };
    });
    const jobId = write((tx) => jobs.start(tx, { kind: 'test', input: {}, userId: 1 }));
    await vi.waitFor(() => expect(isFull).toBe(true));
    await clock.advance(1);
    expect(jobs.find(jobId)?.state).toBe('running');
    isFull = false;
    for (const listen of listeners) listen(null);
    await vi.waitFor(() => expect(jobs.find(jobId)).toMatchObject({ state: 'done', outcome: '{"rows":3}' }));
  });

  it('is begun again by the next engine when this one stops', async () => {
    const { work, beginning } = waitingWork();
    const { jobs, create, start } = await openJobs(work);
    const jobId = start();
    await beginning;
    await jobs.stop();
    expect(jobs.find(jobId)?.state).toBe('running');

    const next = create();
    next.resume();
    next.cancel(jobId, 7);
    await vi.waitFor(() => expect(next.find(jobId)?.state).toBe('cancelled'));
  });

  it('of a kind that this program no longer has is failed at the start, and keeps no engine from starting', async () => {
    const { store, jobs, journalKinds } = await openJobs(async () => null);
    store.write((tx) =>
      tx.run(`INSERT INTO job (kind, state, input, started_at) VALUES ('test/gone', 'running', '{}', 0)`),
    );
    jobs.resume();
    await vi.waitFor(() => expect(jobs.find(1)).toMatchObject({ state: 'failed' }));
    expect(journalKinds()).toEqual([{ kind: 'jobs/ended', payload: '{"kind":"test/gone","state":"failed"}' }]);
  });

  it('that is started while the engine stops is left to the next one', async () => {
    const work = vi.fn(async () => null);
    const { jobs, create, start } = await openJobs(work);
    await jobs.stop();
    const jobId = start();
    await jobs.stop();
    expect(work).not.toHaveBeenCalled();
    const next = create();
    next.resume();
    await vi.waitFor(() => expect(next.find(jobId)?.state).toBe('done'));
  });

  it('of no known kind is a mistake of the program', async () => {
    const { store, jobs } = await openJobs(async () => null);
    expect(() => store.write((tx) => jobs.start(tx, { kind: 'unheard-of', input: {}, userId: 1 }))).toThrow(
      'unheard-of',
    );
    expect(jobs.find(1)).toBeUndefined();
    expect(() => jobs.define('test', async () => null)).toThrow('twice');
  });
});

describe('the jobs that a person sees', () => {
  it('are listed newest first, a page at a time', async () => {
    const { call, signIn } = await openRooms();
    const session = signIn('admin');
    for (let n = 0; n < 5; n += 1) await call('store/check-integrity', { intentId: randomUUID() }, session);
    const first = await call('jobs/list', { limit: 3 }, session);
    if (!first.ok) throw new Error(first.error.code);
    expect(first.value.jobs.map(({ jobId }) => jobId)).toEqual([5, 4, 3]);
    const second = await call('jobs/list', { limit: 3, before: first.value.next }, session);
    if (!second.ok) throw new Error(second.error.code);
    expect(second.value).toMatchObject({ jobs: [{ jobId: 2 }, { jobId: 1 }], next: null });
  });

  it('are unknown when nobody started them', async () => {
    const { call, signIn } = await openRooms();
    const session = signIn('admin');
    expect(await call('jobs/read', { jobId: 9 }, session)).toMatchObject({
      error: { code: 'jobs/not-found', kind: 'input' },
    });
    expect(await call('jobs/cancel', { jobId: 9 }, session)).toMatchObject({ error: { code: 'jobs/not-found' } });
  });

  it('are cancelled in the name of whoever asks', async () => {
    const { call, signIn, store } = await openRooms();
    const session = signIn('admin');
    const started = await call('store/check-integrity', { intentId: randomUUID() }, session);
    if (!started.ok) throw new Error(started.error.code);
    expect(await call('jobs/cancel', started.value, session)).toMatchObject({ ok: true });
    await vi.waitFor(async () => {
      const read = await call('jobs/read', started.value, session);
      expect(read).toMatchObject({ value: { job: { state: 'cancelled', outcome: null } } });
    });
    const ended = store.look((reader) => reader.get(`SELECT user_id FROM journal WHERE kind = 'jobs/ended'`));
    expect(ended).toEqual({ user_id: 1 });
  });

  it('check the store when an admin asks', async () => {
    const { call, signIn } = await openRooms();
    const session = signIn('admin');
    const started = await call('store/check-integrity', { intentId: randomUUID() }, session);
    if (!started.ok) throw new Error(started.error.code);
    await vi.waitFor(async () => {
      const read = await call('jobs/read', started.value, session);
      expect(read).toMatchObject({ value: { job: { state: 'done', outcome: { sound: true, faults: [] } } } });
    }, 30_000);
  });
});
