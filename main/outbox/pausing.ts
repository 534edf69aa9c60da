import { lookUpCarrierError } from '../carrier/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Tx } from '../store/index.ts';
import type { Pacing, Pause, Scope } from './pacing.ts';
import { findMessage } from './queries.ts';
import { pauseAfterFailure } from './rules/failure-pause.ts';

/** A text that the carrier had taken, and later told to have failed. */
export interface Failed {
  readonly messageId: number;
  readonly code: number;
  /** By the carrier's clock. */
  readonly toldAt: number;
}

/** Pauses of numbers and of the account, with their lines in the journal. */
export interface Pausing {
  /** Does nothing, and gives false, when a pause holds already that is no shorter. */
  pause(tx: Tx, scope: Scope, pause: Pause, at: number): boolean;
  /** Pauses what the failure of a text says should be. Gives whether it did. */
  noteFailure(tx: Tx, failed: Failed, at: number): boolean;
  /** Ends the pauses that only a person can end. Gives whether there were any. */
  resume(tx: Tx, userId: number, at: number): boolean;
}

export function createPausing({ pacing, journal }: { readonly pacing: Pacing; readonly journal: Journal }): Pausing {
  /** When a person last said that sending goes on: failures of texts that left before are no news. */
  let resumedAt = Number.NEGATIVE_INFINITY;

  function pause(tx: Tx, scope: Scope, what: Pause, at: number): boolean {
    if (!pacing.pause(tx, scope, what, at)) return false;
    const entityId = scope === 'account' ? null : Number(scope.slice('number:'.length));
    const payload = { reason: what.reason, untilAt: what.untilAt };
    journal.record(tx, { kind: 'outbox/paused', userId: null, entityId, payload });
    return true;
  }

  return {
    pause,

    noteFailure: (tx, { messageId, code, toldAt }, at) => {
      const called = pauseAfterFailure(lookUpCarrierError(code), toldAt);
      if (called === null || (called.pause.untilAt ?? Number.POSITIVE_INFINITY) <= at) return false;
      const failed = findMessage(tx, messageId);
      if (failed === undefined) throw new Error('a text that failed and is not there');
      if ((failed.lastAttemptAt ?? at) < resumedAt) return false;
      return pause(tx, called.scope === 'account' ? 'account' : `number:${failed.numberId}`, called.pause, at);
    },

    resume: (tx, userId, at) => {
      if (pacing.resume(tx) === 0) return false;
      journal.record(tx, { kind: 'outbox/resumed', userId, entityId: null, payload: {} });
      tx.afterCommit(() => {
        resumedAt = at;
      });
      return true;
    },
  };
}
