import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { createJobs, type JobRun, type Work } from '../../../main/jobs/index.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { memoryLog } from '../../../main/log/index.ts';
import type { EngineEvent } from '../../../shared/contract/index.ts';
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
    const { jobs, start, log } = await openJobs(work);
    const jobId = start();
    await beginning;
    expect(jobs.cancel(jobId)).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(jobs.find(jobId)?.state).toBe('cancelled'));
    expect(jobs.cancel(jobId)).toMatchObject({ error: { code: 'jobs/already-ended', kind: 'refused' } });
    expect(log.lines).toEqual([]);
  });

  it('that fails by a bug is failed, with the stack in the log', async () => {
    const { jobs, start, log } = await openJobs(() => Promise.reject(new Error('the wheel came off')));
    const jobId = start();
    await vi.waitFor(() => expect(jobs.find(jobId)?.state).toBe('failed'));
    expect(log.text()).toContain('the wheel came off');
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
    next.cancel(jobId);
    await vi.waitFor(() => expect(next.find(jobId)?.state).toBe('cancelled'));
  });

  it('of no known kind is a mistake of the program', async () => {
    const { store, jobs } = await openJobs(async () => null);
    expect(() => store.write((tx) => jobs.start(tx, { kind: 'unheard-of', input: {}, userId: 1 }))).toThrow(
      'unheard-of',
    );
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

  it('check the store when an admin asks', async () => {
    const { call, signIn } = await openRooms();
    const session = signIn('admin');
    const started = await call('store/check-integrity', { intentId: randomUUID() }, session);
    if (!started.ok) throw new Error(started.error.code);
    await vi.waitFor(async () => {
      const read = await call('jobs/read', started.value, session);
      expect(read).toMatchObject({ value: { job: { state: 'done', outcome: { sound: true, faults: [] } } } });
    });
  });
});
