import type { CallsOf, EngineEvent, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { findAction } from '../actions/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Log } from '../log/index.ts';
import type { Scripts } from '../scripts/index.ts';
import type { Store, Tx } from '../store/index.ts';
import { type ClaimParts, claimBatch, type LeftOut, leaveOut } from './claim.ts';
import { readDesk } from './desk.ts';
import { countDesks, free, listClaimers, putOff } from './queries.ts';
import { readHours, readProgress } from './questions.ts';

interface AssignmentsCallParts extends Pick<ClaimParts, 'countNeedingAnswer'> {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly announce: (event: EngineEvent) => void;
  readonly scripts: Scripts;
}

export function assignmentsHandlers(parts: AssignmentsCallParts): Handlers<CallsOf<'assignments'>, Tx> {
  const { store, journal, clock, log, announce, scripts, countNeedingAnswer } = parts;
  const { device } = store;
  const changed = (): void => announce({ event: 'changed', room: 'assignments' });

  /** Once the claim that met only them is rolled back: else each claim after it would meet them again. */
  function leaveOutLater(leftOut: readonly LeftOut[]): void {
    queueMicrotask(() => {
      try {
        store.write((tx) => {
          leaveOut(tx, leftOut);
          tx.afterCommit(changed);
        });
      } catch (thrown) {
        // The next claim meets them once more.
        log.warn('not-left-out', { thrown });
      }
    });
  }

  /** A press for somebody who has left the desk meanwhile is refused as not one's own. @param from null for all desks */
  function clearDesks(tx: Tx, { actionId, by }: { actionId: number; by: number }, from: number | null) {
    if (findAction(tx, actionId) === undefined) return err(appError('actions/not-found'));
    const contactCount = free(tx, actionId, from === null ? listClaimers(tx, actionId) : [from]);
    if (contactCount > 0) {
      const payload = { from, contactCount };
      journal.record(tx, { kind: 'assignments/freed', userId: by, entityId: actionId, payload });
      tx.afterCommit(changed);
    }
    return ok({ contactCount });
  }

  return {
    'assignments/claim-batch': ({ tx, actor: { userId } }, { actionId }) => {
      const claimed = claimBatch(
        tx,
        { journal, clock, countNeedingAnswer, onOnlyLeftOut: leaveOutLater },
        { actionId, userId },
      );
      if (claimed.ok) tx.afterCommit(changed);
      return claimed;
    },

    'assignments/list-desk': ({ actor: { userId } }, { actionId, after, limit }) =>
      store.look((reader) => {
        const action = findAction(reader, actionId);
        if (action === undefined) return err(appError('actions/not-found'));
        return ok(readDesk(reader, { device, scripts }, { action, userId, after, limit }));
      }),

    'assignments/list-own-desks': ({ actor: { userId } }) =>
      store.look((reader) => ok({ desks: countDesks(reader, userId) })),

    'assignments/give-back': ({ tx, actor: { userId } }, { actionId }) =>
      clearDesks(tx, { actionId, by: userId }, userId),

    'assignments/take-back': ({ tx, actor: { userId } }, { actionId }) =>
      clearDesks(tx, { actionId, by: userId }, null),

    // Nobody is told: it is the order of one person's own work, and whoever does that knows it.
    'assignments/put-off': ({ actor: { userId } }, { assignmentId }) =>
      store.write((tx) =>
        putOff(tx, { assignmentId, userId, at: clock.nowMs() }) ? ok({}) : err(appError('assignments/not-yours')),
      ),

    'assignments/read-progress': async (_context, { actionId }) => {
      const action = store.look((reader) => findAction(reader, actionId));
      return action === undefined ? err(appError('actions/not-found')) : ok(await store.read(readProgress, actionId));
    },

    'assignments/read-hours': async (_context, { actionId }) => {
      const action = store.look((reader) => findAction(reader, actionId));
      if (action === undefined) return err(appError('actions/not-found'));
      return ok(await store.read(readHours, { actionId, at: clock.nowMs() }));
    },
  };
}
