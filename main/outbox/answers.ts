import { type CreateOutcome, lookUpCarrierError } from '../carrier/index.ts';
import { type Contacts, noteUnreachable } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Tx } from '../store/index.ts';
import type { Changes } from './changes.ts';
import type { Claimed } from './claim.ts';
import type { Pausing } from './pausing.ts';
import { findMessage } from './queries.ts';
import { pauseAfterRate } from './rules/back-off.ts';

/** How the carrier answered the call that a claim led to, or `not-called`: it turned out too late to call. */
export interface Answer {
  readonly claimed: Claimed;
  readonly outcome: CreateOutcome | { readonly kind: 'not-called' };
}

/** What an answer says of the way there. */
export type Heard = 'up' | 'down' | 'troubled' | 'nothing';

export interface AnswerParts {
  readonly changes: Changes;
  readonly pausing: Pausing;
  readonly contacts: Contacts;
  readonly journal: Journal;
  readonly onDoubt: (tx: Tx, messageId: number) => void;
  readonly random: () => number;
}

/** How long a number rests whose queue at the carrier is full, in milliseconds. */
const fullQueueRestMs = 60_000;

/** Writes down what the carrier answered, in the transaction given. */
export function createAnswers(parts: AnswerParts): { record(tx: Tx, answer: Answer, at: number): Heard } {
  const { changes, contacts, journal } = parts;
  const { pause, noteRefusal } = parts.pausing;
  let ratesInARow = 0;
  /** When one of them last counted: the answers to calls that were made before it tell nothing new. */
  let countedAt = Number.NEGATIVE_INFINITY;
  /** The call whose answer last counted. It comes here again when its transaction was rolled back, pause and all. */
  let counted: Claimed | null = null;

  return {
    record: (tx, { claimed, outcome }, at) => {
      const { messageId, numberId, phone } = claimed.message;
      if (outcome.kind === 'accepted') {
        ratesInARow = 0;
        const { carrierId, status: reported } = outcome;
        const status = reported.known ? reported.name : null;
        changes.handOver(tx, claimed.message, { carrierId, status, found: false, at });
        return 'up';
      }
      // As it stands now: the sweep may have found it at the carrier before the answer was here.
      const message = findMessage(tx, messageId);
      if (message === undefined) throw new Error('an answer for a text that is not there');
      switch (outcome.kind) {
        case 'not-called':
          changes.giveBack(tx, message, 'not-accepted', outcome.kind);
          return 'nothing';

        case 'refused': {
          const { code, scope } = outcome;
          if (scope === 'message') {
            changes.refuse(tx, message, code);
            const { effect } = lookUpCarrierError(code);
            if (effect === 'record-opt-out') contacts.optOut(tx, { phone, source: 'carrier', userId: null, at });
            if (effect === 'mark-landline' || effect === 'mark-invalid') {
              noteUnreachable(tx, phone, code);
              const { contactId: entityId } = claimed.message;
              journal.record(tx, { kind: 'contacts/unreachable', userId: null, entityId, payload: { code } });
            }
          } else {
            // The fault is not the text's: it is kept until a person has put right what the carrier refuses.
            changes.giveBack(tx, message, 'not-accepted', `refused ${code}`);
            noteRefusal(tx, { messageId, code, scope }, at);
          }
          return 'up';
        }

        case 'not-accepted':
          changes.giveBack(tx, message, 'not-accepted', outcome.reason);
          if (outcome.reason === 'rate') {
            const isAgain = counted === claimed;
            const isNews = !isAgain && (message.lastAttemptAt ?? at) > countedAt;
            if (isNews) {
              ratesInARow += 1;
              countedAt = at;
              counted = claimed;
            }
            if (!isNews && !isAgain && outcome.retryAfterMs === undefined) return 'up';
            const restMs = pauseAfterRate(ratesInARow, outcome.retryAfterMs, parts.random);
            pause(tx, 'account', { untilAt: Math.ceil(at + restMs), reason: 'rate', code: null }, at);
          }
          if (outcome.reason === 'queue-full') {
            const untilAt = at + Math.max(outcome.retryAfterMs ?? 0, fullQueueRestMs);
            pause(tx, `number:${numberId}`, { untilAt, reason: 'queue-full', code: null }, at);
          }
          if (outcome.reason === 'withdrawn') return 'nothing';
          return outcome.reason === 'unreachable' ? 'down' : 'up';

        case 'unknown':
          if (changes.doubt(tx, message, outcome.reason)) parts.onDoubt(tx, messageId);
          return outcome.reason === 'withdrawn' ? 'nothing' : 'troubled';
      }
    },
  };
}
