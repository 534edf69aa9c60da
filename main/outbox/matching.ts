import { countSegments } from '../../shared/domain/segments.ts';
import { settleTextedElsewhere } from '../assignments/index.ts';
import type { CarrierMessage } from '../carrier/index.ts';
import type { Clock } from '../clock/index.ts';
import { type Contact, findContactByPhone, noteSent } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import { findNumberByPhone, type OwnNumber } from '../numbers/index.ts';
import type { Store, Tx } from '../store/index.ts';
import type { Changes } from './changes.ts';
import { adoptMessage, findLastSent, isKnownAtCarrier, listWaiting } from './queries.ts';
import { absenceDelayMs, requestTimeoutMs } from './rules/settling.ts';
import { foundAs } from './settler.ts';

/**
 * A store that was restored from a backup, or copied, does not know what has left since. Until the account has been
 * read to its end, and late enough for the carrier's list to show what left last, nothing may leave. What the carrier
 * shows meanwhile is matched: with a text that still waits here although it left long ago, or, when this file never heard
 * of it, with the contact it went to, who is then not texted first again.
 */
export interface Matching {
  /** Takes a text that nobody here knows by its name. Gives whether it is in the store now. */
  match(tx: Tx, shown: CarrierMessage, at: number): boolean;
  /** The account was read to its end, completely, by a reading that began at `begunMs` (monotonic). */
  noteRead(begunMs: number): void;
  /** How many texts have been matched since this engine began. */
  foundCount(): number;
}

/** What the last life handed over just before it ended may be missing from the carrier's lists for so long. */
const lateMs = requestTimeoutMs + absenceDelayMs;

export function createMatching(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly changes: Changes;
  readonly onMatched: () => void;
}): Matching {
  const { store, journal, changes } = parts;
  const openedMs = parts.clock.monotonicMs();
  let found = 0;

  /**
   * It waits here, and left in the life that this file does not know of. A first text that waits is taken whatever the
   * words and the number: somebody else may have sent it, and a second first text is worse than a wrong record.
   */
  function matchWaiting(tx: Tx, number: OwnNumber, shown: CarrierMessage, at: number): boolean {
    const words = shown.body.trim();
    const waiting = listWaiting(tx, shown.to ?? '').find(
      ({ kind, numberId, body }) =>
        kind === 'initial' || (numberId === number.numberId && (words === '' || body.trim() === words)),
    );
    return waiting !== undefined && changes.handOver(tx, waiting, foundAs(shown, at));
  }

  /**
   * It was decided after this file was put aside: the newest running action that was still to text the contact has it, else
   * the one that texted them last.
   */
  function adopt(tx: Tx, number: OwnNumber, contact: Contact, shown: CarrierMessage): boolean {
    const { contactId } = contact;
    const first = settleTextedElsewhere(tx, contactId);
    const last = findLastSent(tx, contactId, number.numberId) ?? findLastSent(tx, contactId, null);
    const isFirst = first !== undefined || last === undefined;
    noteSent(tx, contact.phone, isFirst ? 'initial' : 'follow-up', shown.createdAt);
    const { actionId, userId } = first ?? last ?? { actionId: null, userId: null };
    // Nobody here was to text this contact, so nobody can text them again; the lock remembers the text.
    if (actionId === null || userId === null) return false;
    const body = shown.body.trim() === '' ? '…' : shown.body;
    const messageId = adoptMessage(tx, {
      kind: first === undefined ? 'follow-up' : 'initial',
      actionId,
      contactId,
      userId,
      numberId: number.numberId,
      phone: contact.phone,
      zoneSetId: contact.zoneSetId,
      body,
      segments: shown.segments ?? countSegments(body).segments,
      createdAt: shown.createdAt,
      carrierId: shown.carrierId,
    });
    journal.record(tx, { kind: 'outbox/adopted', userId: null, entityId: messageId, payload: {} });
    return true;
  }

  return {
    match: (tx, shown, at) => {
      if (store.incarnation() === 'same') return false;
      if (shown.direction !== 'outbound' || shown.from === null || shown.to === null) return false;
      if (isKnownAtCarrier(tx, shown.carrierId)) return false;
      const number = findNumberByPhone(tx, shown.from);
      const contact = findContactByPhone(tx, shown.to);
      if (number === undefined || contact === undefined) return false;
      const matched = matchWaiting(tx, number, shown, at) || adopt(tx, number, contact, shown);
      if (matched) found += 1;
      return matched;
    },

    noteRead: (begunMs) => {
      if (store.incarnation() === 'same' || begunMs < openedMs + lateMs) return;
      store.write((tx) => {
        store.markMatched(tx);
        journal.record(tx, { kind: 'outbox/matched', userId: null, entityId: null, payload: { found } });
        tx.afterCommit(parts.onMatched);
      });
    },

    foundCount: () => found,
  };
}
