import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { type Actions, findAction } from '../actions/index.ts';
import type { Clock } from '../clock/index.ts';
import { pageOfMembers } from '../contacts/index.ts';
import type { JobRun } from '../jobs/index.ts';
import { type Store, StoreRefusal, type Tx } from '../store/index.ts';
import { whyLeftOut } from './assignment.ts';
import { deleteSome, insertSeats } from './queries.ts';

/** The kind of job that turns the members of a published list into contacts that can be claimed. */
export const layOutJob = 'assignments/lay-out';

export const layOutInput = z.object({ actionId: z.int().positive(), userId: z.int().positive() });

/** Contacts per transaction, so that each takes less than 20 ms of the engine's thread and sends go on in between. */
const chunkRows = 250;

/** How often a store that takes no changes for now is asked again, in milliseconds. */
const retryMs = 1_000;

interface LayingOut {
  readonly store: Store;
  readonly clock: Clock;
  readonly actions: Actions;
}

/**
 * Copies the members of the action's list and then publishes the action, in one transaction with the last of them. Who
 * may never be texted is laid out as left out at once: claims then meet only those who are so since.
 * Safe to begin again at any point: what is there already stays. When it is aborted or fails, all of it is taken back
 * and the action is a draft again; until then it is being published, so that nobody changes it under the work.
 */
export async function layOut(parts: LayingOut, { input, signal, report }: JobRun): Promise<{ actionId: number }> {
  const { actions } = parts;
  const { actionId, userId } = layOutInput.parse(input);

  /** One chunk; gives how many are laid out, and the contact that the next chunk begins after, or null after the last. */
  const copyChunk = (tx: Tx, listId: number, from: Place): Place => {
    const members = pageOfMembers(tx, listId, from.after ?? 0, chunkRows);
    const seats = members.map((member) => ({ ...member, reason: whyLeftOut(tx, member.contactId) }));
    insertSeats(tx, actionId, seats);
    const contactCount = from.laidOut + members.length;
    const isLast = members.length < chunkRows;
    if (isLast) actions.markPublished(tx, { actionId, userId, contactCount });
    return { after: isLast ? null : (members.at(-1)?.contactId ?? null), laidOut: contactCount };
  };

  try {
    const action = await writePatiently(parts, signal, (tx) => {
      actions.takeUpPublishing(tx, actionId);
      return findAction(tx, actionId);
    });
    // Cut off between the last transaction and the job's own end: there is nothing left to do.
    if (action?.state !== 'publishing') return { actionId };
    let place: Place = { after: 0, laidOut: 0 };
    while (place.after !== null) {
      const from = place;
      place = await writePatiently(parts, signal, (tx) => copyChunk(tx, action.listId, from));
      report({ done: place.laidOut, total: null });
      await nextTurn();
    }
    return { actionId };
  } catch (thrown) {
    await takeBack(parts, actionId);
    throw thrown;
  }
}

/** How far the work is. */
interface Place {
  readonly after: number | null;
  readonly laidOut: number;
}

/** Waits while the disk is full: an action must not stay half laid out with nobody at work on it. */
async function writePatiently<Outcome>(
  { store, clock }: LayingOut,
  signal: AbortSignal,
  work: (tx: Tx) => Outcome,
): Promise<Outcome> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return store.write(work);
    } catch (thrown) {
      if (!(thrown instanceof StoreRefusal) || thrown.error.kind !== 'wait') throw thrown;
      await clock.sleep(retryMs, signal);
    }
  }
}

/**
 * The rows first, then the state: whoever sees a draft finds nothing of it laid out. An action that has come out is
 * never touched: its rows are people's work.
 */
async function takeBack({ store, actions }: LayingOut, actionId: number): Promise<void> {
  const takeChunk = (tx: Tx): boolean => {
    if (findAction(tx, actionId)?.state !== 'publishing') return true;
    const isEmpty = deleteSome(tx, actionId, chunkRows) < chunkRows;
    if (isEmpty) actions.putBackToDraft(tx, actionId);
    return isEmpty;
  };
  while (!store.write(takeChunk)) await nextTurn();
}
