import { type CarrierStatus, isTerminal } from '../../shared/domain/carrier-status.ts';
import type { JournalKind, JournalPayloads } from '../../shared/domain/journal.ts';
import { type MessageEvent, type MessageState, move, type WaitReason } from '../../shared/domain/message-state.ts';
import { noteSent } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Tx } from '../store/index.ts';
import type { Message } from './queries.ts';

/**
 * Every change of a message's state is made here: asked of the transition table, written only if the row is still in the
 * state it was read in, and journalled in the same transaction. Each gives false, and does nothing, when the table says
 * that this cannot or must not happen to a message in that state.
 */
export interface Changes {
  /**
   * Committed just before the carrier is called. Gives the text as it then stands, or null.
   * @param at the corrected time.
   */
  claim(tx: Tx, message: Message, at: number): Message | null;
  /** The carrier has it: by its answer, or `found` in its list. */
  handOver(tx: Tx, message: Message, what: HandedOver): boolean;
  refuse(tx: Tx, message: Message, code: number): boolean;
  /** Back into the queue, with proof that nobody has it. */
  giveBack(tx: Tx, message: Message, proof: 'not-accepted' | 'absent', detail: string): boolean;
  doubt(tx: Tx, message: Known, because: string): boolean;
  block(tx: Tx, message: Known, reason: string): boolean;
  withdraw(tx: Tx, message: Message, reason: string, userId: number | null): boolean;
  askPerson(tx: Tx, message: Message, reason: NeedsPerson): boolean;
  requeue(tx: Tx, message: Message, numberId: number, userId: number, at: number): boolean;
  /**
   * Still queued, but not looked at before an instant. Not a change of state, so it is not journalled.
   * @param reason null for none that a person would know.
   */
  holdBack(tx: Tx, message: Pick<Message, 'messageId'>, notBeforeAt: number, reason: WaitReason | null): void;
  /** The contact's zones have become others. */
  moveZone(tx: Tx, message: Message, zoneSetId: number): void;
}

/** Of a text that cannot be read no more is known. */
export type Known = Pick<Message, 'messageId' | 'state'>;

export type NeedsPerson = 'too-old' | 'number-lost' | 'unknown-too-long';

export interface HandedOver {
  readonly carrierId: string;
  /**
   * As it was answered. Null for a word of the carrier's that is not known here, and for a text that was found: whoever
   * reads the account writes down what became of it, with all that follows from that, by one rule for every text.
   */
  readonly status: CarrierStatus | null;
  readonly found: boolean;
  /** When it was recorded, by the corrected clock. */
  readonly at: number;
}

export function createChanges(journal: Journal): Changes {
  function journalled<Kind extends JournalKind>(
    tx: Tx,
    message: Known,
    kind: Kind,
    payload: JournalPayloads[Kind],
    userId: number | null = null,
  ): true {
    journal.record(tx, { kind, userId, entityId: message.messageId, payload });
    return true;
  }

  return {
    claim: (tx, message, at) => {
      const attempts = message.attempts + 1;
      const firstAttemptAt = message.firstAttemptAt ?? at;
      const changed = change(tx, message, 'claimed', {
        attempts,
        first_attempt_at: firstAttemptAt,
        last_attempt_at: at,
        not_before_at: 0,
        wait_reason: null,
      });
      if (!changed) return null;
      journalled(tx, message, 'outbox/sending', { attempt: attempts });
      return { ...message, state: 'sending', attempts, firstAttemptAt, lastAttemptAt: at };
    },

    handOver: (tx, message, { carrierId, status, found, at }) => {
      const changed = change(tx, message, found ? 'found' : 'accepted', {
        carrier_id: carrierId,
        status,
        status_at: status === null ? null : at,
        handed_over_at: at,
        reason: null,
        not_before_at: 0,
        wait_reason: null,
      });
      if (!changed) return false;
      // From the attempt on the contact may have it, and the time between two first texts counts from then.
      noteSent(tx, message.phone, message.kind, message.lastAttemptAt ?? at);
      if (status !== null && isTerminal(status)) journalled(tx, message, 'delivery/ended', { status, code: null });
      return journalled(tx, message, 'outbox/handed-over', { found });
    },

    refuse: (tx, message, code) =>
      change(tx, message, 'refused', { refusal_code: code }) && journalled(tx, message, 'outbox/refused', { code }),

    giveBack: (tx, message, proof, detail) =>
      change(tx, message, proof === 'absent' ? 'absence-proven' : 'not-accepted-proven', {}) &&
      journalled(tx, message, 'outbox/returned', { proof: detail }),

    doubt: (tx, message, because) =>
      change(tx, message, 'unknown', {}) && journalled(tx, message, 'outbox/uncertain', { because }),

    block: (tx, message, reason) =>
      change(tx, message, 'safeguard-stopped', { reason }) && journalled(tx, message, 'outbox/blocked', { reason }),

    withdraw: (tx, message, reason, userId) =>
      change(tx, message, 'withdrawn', { reason }) && journalled(tx, message, 'outbox/cancelled', { reason }, userId),

    askPerson: (tx, message, reason) =>
      change(tx, message, reason === 'number-lost' ? 'number-lost' : 'deadline-passed', { reason }) &&
      journalled(tx, message, 'outbox/needs-person', { reason }),

    // The time that it has waited counts from the new decision on.
    requeue: (tx, message, numberId, userId, at) =>
      change(tx, message, 'requeued-by-person', { number_id: numberId, reason: null, queued_at: at }) &&
      journalled(tx, message, 'outbox/requeued', {}, userId),

    holdBack: (tx, { messageId }, notBeforeAt, reason) => {
      const hold = `UPDATE message SET not_before_at = ?, wait_reason = ? WHERE id = ? AND state = 'queued'`;
      tx.run(hold, notBeforeAt, reason, messageId);
    },

    moveZone: (tx, { messageId }, zoneSetId) => {
      tx.run(`UPDATE message SET zone_set_id = ? WHERE id = ? AND state = 'queued'`, zoneSetId, messageId);
    },
  };
}

type Columns = Readonly<Record<string, string | number | null>>;

function change(tx: Tx, message: Known, event: MessageEvent, columns: Columns): boolean {
  const state: MessageState | null = move(message.state, event);
  if (state === null) return false;
  const sets = Object.keys(columns).map((name) => `, ${name} = ?`);
  const update = `UPDATE message SET state = ?${sets.join('')} WHERE id = ? AND state = ?`;
  return tx.run(update, state, ...Object.values(columns), message.messageId, message.state).changes === 1;
}
