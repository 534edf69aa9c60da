import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { type Store, StoreRefusal } from '../../../main/store/index.ts';
import { appError } from '../../../shared/errors.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { openTestStore, testStart } from '../../support/stores.ts';
import { neverTexted, seed } from './support/seeds.ts';
import { joinRooms, openTextBank, reopenTextBank } from './support/text-bank.ts';

/** More than two chunks, the last of them not full. */
const contactCount = 620;

interface Laid {
  readonly contact_id: number;
  readonly zone_set_id: number;
  readonly state: string;
  readonly reason: string | null;
}

function laidOut(store: Store, actionId: number): Laid[] {
  const select =
    'SELECT contact_id, zone_set_id, state, reason FROM assignment WHERE action_id = ? ORDER BY contact_id';
  return store.look((reader) => reader.all<Laid>(select, actionId));
}

/** The first job of a store. */
const jobId = 1;

/**
 * A draft in a store of which the test decides, write by write, what it does. Write 1 publishes, 2 takes the job up, and
 * from 3 on each lays out a chunk.
 */
async function openGuarded(onWrite: (n: number) => void) {
  const clock = settableClock({ startAt: testStart });
  const folder = temporaryFolder();
  const store = await openTestStore({ clock, folder });
  seed(store, { contactCount });
  let writes = Number.NaN;
  const write: Store['write'] = (work) => {
    writes += 1;
    onWrite(writes);
    return store.write(work);
  };
  const bank = joinRooms({ ...store, write }, clock);
  const session = bank.signIn('admin');
  const actionId = await bank.createDraft(session, { initialScriptIds: [1] });
  const publish = async (): Promise<void> => {
    writes = 0;
    const answer = await bank.call('actions/publish', { intentId: randomUUID(), actionId }, session);
    if (!answer.ok) throw new Error(answer.error.code);
  };
  return { bank, store, clock, folder, actionId, publish };
}

const everybody = Array.from({ length: contactCount }, (_, index) => index + 1);

describe('laying out', () => {
  it('gives each contact of the list one place, in its zone set, and to nobody yet', async () => {
    const zoneSetOf = (index: number) => (index % 3) + 1;
    const bank = await openTextBank({ contactCount, zoneSetOf });
    const actionId = await bank.publish(bank.initialScriptIds);
    expect(laidOut(bank.store, actionId)).toEqual(
      everybody.map((contact_id) => ({
        contact_id,
        zone_set_id: zoneSetOf(contact_id - 1),
        state: 'unassigned',
        reason: null,
      })),
    );
  });

  it.each(['opted-out', 'blocked', 'unreachable'] as const)('leaves out at once who is %s already', async (reason) => {
    const bank = await openTextBank({ contactCount: 3 });
    bank.store.write((tx) => neverTexted[reason](tx, 2));
    const actionId = await bank.publish(bank.initialScriptIds);
    expect(laidOut(bank.store, actionId)).toMatchObject([
      { state: 'unassigned', reason: null },
      { state: 'left-out', reason },
      { state: 'unassigned', reason: null },
    ]);
  });

  it('lets other work of the engine go on between its chunks', async () => {
    const bank = await openTextBank({ contactCount });
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (bank.stateOf(1) !== 'published') setImmediate(turn);
    };
    setImmediate(turn);
    await bank.publish(bank.initialScriptIds);
    expect(turns).toBeGreaterThan(2);
  });

  it('tells how far it is', async () => {
    const bank = await openTextBank({ contactCount });
    await bank.publish(bank.initialScriptIds);
    expect(bank.events).toContainEqual(expect.objectContaining({ event: 'job', state: 'done', done: contactCount }));
  });
});

describe('laying out that is cut off', () => {
  it('by a crash is taken up by the next engine, and each contact stands once', async () => {
    let isDead = false;
    const { bank, store, folder, actionId, publish } = await openGuarded((n) => {
      isDead ||= n > 4;
      // What a crash does to a transaction and to everything after it.
      if (isDead) throw new StoreRefusal(appError('store/superseded'));
    });
    await publish();
    await vi.waitFor(() => expect(isDead).toBe(true));
    await bank.jobs.stop();
    expect(laidOut(store, actionId).length).toBeGreaterThan(0);
    expect(laidOut(store, actionId).length).toBeLessThan(contactCount);
    expect(bank.stateOf(actionId)).toBe('publishing');
    await store.close();

    const next = await reopenTextBank(folder);
    next.jobs.resume();
    await vi.waitFor(() => expect(next.jobs.find(jobId)?.state).toBe('done'));
    expect(laidOut(next.store, actionId).map(({ contact_id }) => contact_id)).toEqual(everybody);
    const published = next.store.look((reader) =>
      reader.all(`SELECT payload, user_id FROM journal WHERE kind = 'actions/published'`),
    );
    expect(published).toEqual([{ payload: `{"contactCount":${contactCount}}`, user_id: 1 }]);
  });

  it('after its last transaction is not published a second time', async () => {
    const bank = await openTextBank();
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.store.write((tx) => tx.run(`UPDATE job SET state = 'running', ended_at = NULL WHERE id = ?`, jobId));
    bank.jobs.resume();
    await vi.waitFor(() => expect(bank.jobs.find(jobId)?.state).toBe('done'));
    expect(bank.stateOf(actionId)).toBe('published');
    expect(bank.moved).toEqual([actionId]);
  });

  it('by the engine’s end is taken back, and done by the next engine all the same', async () => {
    let stopped: Promise<void> | null = null;
    const { bank, store, folder, actionId, publish } = await openGuarded((n) => {
      if (n === 4) stopped = bank.jobs.stop();
    });
    await publish();
    await vi.waitFor(() => expect(stopped).not.toBeNull());
    await stopped;
    expect([bank.stateOf(actionId), laidOut(store, actionId)]).toEqual(['draft', []]);
    await store.close();

    const next = await reopenTextBank(folder);
    next.jobs.resume();
    await vi.waitFor(() => expect(next.jobs.find(jobId)?.state).toBe('done'));
    expect(next.stateOf(actionId)).toBe('published');
    expect(laidOut(next.store, actionId)).toHaveLength(contactCount);
  });

  it('by a person leaves a draft of which nothing is laid out, and which can be published again', async () => {
    const { bank, store, actionId, publish } = await openGuarded((n) => {
      if (n === 4 && bank.jobs.find(2) === undefined) bank.jobs.cancel(jobId, 1);
    });
    await publish();
    await vi.waitFor(() => expect(bank.jobs.find(jobId)?.state).toBe('cancelled'));
    expect([bank.stateOf(actionId), laidOut(store, actionId)]).toEqual(['draft', []]);
    await publish();
    await vi.waitFor(() => expect(bank.stateOf(actionId)).toBe('published'));
    expect(laidOut(store, actionId)).toHaveLength(contactCount);
  });

  it('by a full disk waits until there is room', async () => {
    let isFull = true;
    let refused = 0;
    const { bank, store, clock, actionId, publish } = await openGuarded((n) => {
      if (isFull && n >= 4) {
        refused += 1;
        throw new StoreRefusal(appError('store/disk-full', { freeMegabytes: 3 }));
      }
    });
    await publish();
    await vi.waitFor(() => expect(refused).toBe(1));
    await clock.advance(1_000);
    expect(refused).toBe(2);
    expect(bank.stateOf(actionId)).toBe('publishing');
    isFull = false;
    await clock.advance(1_000);
    await vi.waitFor(() => expect(bank.jobs.find(jobId)?.state).toBe('done'));
    expect(laidOut(store, actionId)).toHaveLength(contactCount);
  });

  it('by a person before there was room for its first step leaves a draft', async () => {
    let isFull = true;
    let refused = 0;
    const { bank, clock, actionId, publish } = await openGuarded((n) => {
      if (isFull && n >= 2) {
        refused += 1;
        throw new StoreRefusal(appError('store/disk-full', { freeMegabytes: 3 }));
      }
    });
    await publish();
    await vi.waitFor(() => expect(refused).toBe(1));
    isFull = false;
    bank.jobs.cancel(jobId, 1);
    await clock.advance(1);
    await vi.waitFor(() => expect(bank.jobs.find(jobId)?.state).toBe('cancelled'));
    expect(bank.stateOf(actionId)).toBe('draft');
  });

  it('after its last transaction keeps what it laid out, even when it is cancelled then', async () => {
    let refused = 0;
    let isFull = false;
    const { bank, store, clock, actionId, publish } = await openGuarded(() => {
      if (isFull) {
        refused += 1;
        throw new StoreRefusal(appError('store/disk-full', { freeMegabytes: 3 }));
      }
    });
    await publish();
    await vi.waitFor(() => expect(bank.jobs.find(jobId)?.state).toBe('done'));
    store.write((tx) => tx.run(`UPDATE job SET state = 'running', ended_at = NULL WHERE id = ?`, jobId));
    isFull = true;
    bank.jobs.resume();
    await vi.waitFor(() => expect(refused).toBe(1));
    isFull = false;
    bank.jobs.cancel(jobId, 1);
    await clock.advance(1);
    await vi.waitFor(() => expect(bank.jobs.find(jobId)?.state).toBe('cancelled'));
    expect(bank.stateOf(actionId)).toBe('published');
    expect(laidOut(store, actionId)).toHaveLength(contactCount);
  });

  it('by a bug leaves a draft', async () => {
    const { bank, store, actionId, publish } = await openGuarded((n) => {
      if (n === 4) throw new Error('the wheel came off');
    });
    await publish();
    await vi.waitFor(() => expect(bank.jobs.find(jobId)?.state).toBe('failed'));
    expect([bank.stateOf(actionId), laidOut(store, actionId)]).toEqual(['draft', []]);
  });
});
