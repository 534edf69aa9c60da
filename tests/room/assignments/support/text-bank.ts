import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import { actionsHandlers, createActions } from '../../../../main/actions/index.ts';
import { assignmentsHandlers, createAssignments } from '../../../../main/assignments/index.ts';
import { type SettableClock, settableClock } from '../../../../main/clock/index.ts';
import { createJobs, jobsHandlers } from '../../../../main/jobs/index.ts';
import { createJournal } from '../../../../main/journal/index.ts';
import { memoryLog } from '../../../../main/log/index.ts';
import { createPeople } from '../../../../main/people/index.ts';
import { createScripts } from '../../../../main/scripts/index.ts';
import { createFiles, createServer, type EngineHandlers } from '../../../../main/serve/index.ts';
import type { Reader, Store } from '../../../../main/store/index.ts';
import type { Answer, CallName, EngineEvent, Given, Role } from '../../../../shared/contract/index.ts';
import { openTestStore, testStart } from '../../../support/stores.ts';
import { type Seeds, seed } from './seeds.ts';

const readWorker = fileURLToPath(new URL('./read-worker.ts', import.meta.url));

export type TextBank = Awaited<ReturnType<typeof openTextBank>>;

/** A seeded store with the actions and assignments rooms over it, and a server before them. */
export async function openTextBank(seeds: Seeds = {}) {
  const clock = settableClock({ startAt: testStart });
  const store = await openTestStore({ clock, readWorker });
  const seeded = seed(store, seeds);
  return { ...seeded, ...joinRooms(store, clock) };
}

/** The rooms over a store that has been seeded before. */
export async function reopenTextBank(folder: string) {
  const clock = settableClock({ startAt: testStart });
  return joinRooms(await openTestStore({ clock, readWorker, folder }), clock);
}

export function joinRooms(store: Store, clock: SettableClock) {
  const log = memoryLog();
  const events: EngineEvent[] = [];
  const moved: number[] = [];
  const closed: number[] = [];
  const announce = (event: EngineEvent): void => void events.push(event);
  const journal = createJournal({ device: store.device, clock });
  const people = createPeople({ store, journal, clock, announce });
  const jobs = createJobs({ store, journal, clock, log, announce });
  const actions = createActions({
    journal,
    clock,
    announce,
    startPublishing: (tx, what) => assignments.startPublishing(tx, what),
    onActionClosed: (_tx, actionId) => void closed.push(actionId),
    onActionMoved: (actionId) => void moved.push(actionId),
  });
  const assignments = createAssignments({ store, clock, jobs, actions });
  const scripts = createScripts({ sendingPhone: () => null });
  /** How many replies each person has to answer, by id. */
  const unanswered = new Map<number, number>();
  const counted: { readonly userId: number; readonly atMost: number }[] = [];
  const countNeedingAnswer = (_reader: Reader, userId: number, atMost: number): number => {
    counted.push({ userId, atMost });
    return Math.min(unanswered.get(userId) ?? 0, atMost);
  };
  const parts = { store, journal, clock, log, announce, scripts, countNeedingAnswer };
  // The other rooms' calls are not made here.
  const handlers = {
    ...actionsHandlers(actions, parts),
    ...assignmentsHandlers(parts),
    ...jobsHandlers(jobs, store),
  } as unknown as EngineHandlers;
  const files = createFiles();
  const server = createServer({ handlers, store, actorOf: people.actorOf, files, clock, log, checkOutputs: true });
  onTestFinished(() => jobs.stop());
  let lastId = 0;

  async function call<Name extends CallName>(name: Name, input: Given<Name>, session: string): Promise<Answer<Name>> {
    lastId += 1;
    return (await server.answer({ session: null }, { id: lastId, session, call: name, input })) as never;
  }

  const bank = {
    store,
    clock,
    log,
    events,
    moved,
    closed,
    unanswered,
    counted,
    jobs,
    actions,
    call,
    signIn: (role: Role): string => {
      const person = { firstName: 'Ana', lastName: 'Invented', role, addedBy: null };
      return people.openSession(store.write((tx) => people.addPerson(tx, person)));
    },
    createDraft: async (session: string, draft: { initialScriptIds: number[]; listId?: number }): Promise<number> => {
      const created = await call(
        'actions/create',
        { intentId: randomUUID(), name: 'Saturday', listId: 1, responseScriptIds: [], ...draft },
        session,
      );
      if (!created.ok) throw new Error(created.error.code);
      return created.value.actionId;
    },
    /** A published action over all contacts of list 1. */
    publish: async (initialScriptIds: number[]): Promise<number> => {
      const session = bank.signIn('admin');
      const actionId = await bank.createDraft(session, { initialScriptIds });
      const answer = await call('actions/publish', { intentId: randomUUID(), actionId }, session);
      if (!answer.ok) throw new Error(answer.error.code);
      await vi.waitFor(() => {
        if (jobs.find(answer.value.jobId)?.state !== 'done') throw new Error('not laid out yet');
      }, 20_000);
      return actionId;
    },
    claim: (actionId: number, session: string) =>
      call('assignments/claim-batch', { intentId: randomUUID(), actionId }, session),
    /** The contacts on a texter's desk. */
    desk: async (actionId: number, session: string): Promise<number[]> => {
      const answer = await call('assignments/list-desk', { actionId, limit: 50 }, session);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.desk.map(({ contactId }) => contactId);
    },
    stateOf: (actionId: number): string | undefined =>
      store.look((reader) => reader.get<{ state: string }>('SELECT state FROM action WHERE id = ?', actionId))?.state,
  };
  return bank;
}
