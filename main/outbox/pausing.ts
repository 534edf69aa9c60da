import { lookUpCarrierError } from '../carrier/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Tx } from '../store/index.ts';
import type { Pacing, Pause, Scope } from './pacing.ts';
import { findMessage, hasResumedSince } from './queries.ts';
import { type FailurePause, pauseAfterFailure } from './rules/failure-pause.ts';

/** A text that the carrier had taken, and later told to have failed. */
export interface Failed {
  readonly messageId: number;
  readonly code: number;
  /** By the carrier's clock. */
  readonly toldAt: number;
}

/** A text that the carrier refused at once, for the fault of its number or of the account. */
export interface RefusedFor {
  readonly messageId: number;
  readonly code: number;
  readonly scope: FailurePause['scope'];
}

/**
 * Pauses of numbers and of the account, with their lines in the journal. Each gives whether there is a new pause: none is
 * when one holds already that is no shorter, or when what was heard is of a text that left before a person said that
 * sending goes on, which is no news however late it is heard.
 */
export interface Pausing {
  /** What the carrier asked for in so many words. */
  pause(tx: Tx, scope: Scope, pause: Pause, at: number): boolean;
  /** Until a person has put right what the carrier refuses. */
  noteRefusal(tx: Tx, refused: RefusedFor, at: number): boolean;
  /** Pauses what the failure of a text says should be. */
  noteFailure(tx: Tx, failed: Failed, at: number): boolean;
  /** Ends the pauses that only a person can end. Gives whether there were any. */
  resume(tx: Tx, userId: number): boolean;
}

export function createPausing({ pacing, journal }: { readonly pacing: Pacing; readonly journal: Journal }): Pausing {
  function pause(tx: Tx, scope: Scope, what: Pause, at: number): boolean {
    if (!pacing.pause(tx, scope, what, at)) return false;
    const entityId = scope === 'account' ? null : Number(scope.slice('number:'.length));
    const payload = { reason: what.reason, untilAt: what.untilAt };
    journal.record(tx, { kind: 'outbox/paused', userId: null, entityId, payload });
    return true;
  }

  function pauseFor(tx: Tx, messageId: number, { scope, pause: what }: FailurePause, at: number): boolean {
    const message = findMessage(tx, messageId);
    if (message === undefined) throw new Error('a text that failed and is not there');
    const paused: Scope = scope === 'account' ? scope : `number:${message.numberId}`;
    // Asked first, because hundreds of texts may tell the same: only the first of them looks into the journal.
    if (pacing.holds(tx, paused, what, at) || hasResumedSince(tx, messageId)) return false;
    return pause(tx, paused, what, at);
  }

  return {
    pause,

    noteRefusal: (tx, { messageId, code, scope }, at) =>
      pauseFor(tx, messageId, { scope, pause: { untilAt: null, reason: 'refused', code } }, at),

    noteFailure: (tx, { messageId, code, toldAt }, at) => {
      const called = pauseAfterFailure(lookUpCarrierError(code), toldAt);
      if (called === null || (called.pause.untilAt ?? Number.POSITIVE_INFINITY) <= at) return false;
      return pauseFor(tx, messageId, called, at);
    },

    resume: (tx, userId) => {
      if (pacing.resume(tx) === 0) return false;
      journal.record(tx, { kind: 'outbox/resumed', userId, entityId: null, payload: {} });
      return true;
    },
  };
}
