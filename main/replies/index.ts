/**
 * The replies room: what contacts write. It takes a message that came in to one of our numbers, once however often it is
 * told, finds whose it is and which text of ours it follows, and honours a wish to hear no more in the same transaction.
 * It keeps every reply, also of strangers and of people who have opted out, and it never takes an opt-out back.
 */
import type { EngineEvent } from '../../shared/contract/index.ts';
import { readOptOut } from '../../shared/domain/opt-out-words.ts';
import { isE164 } from '../../shared/domain/phone.ts';
import type { CarrierMessage } from '../carrier/index.ts';
import { type Contacts, findContactByPhone, noteReceived } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import { findNumberByPhone } from '../numbers/index.ts';
import { findLastSent } from '../outbox/index.ts';
import type { Tx } from '../store/index.ts';
import { insertReply, isStored } from './queries.ts';

export { repliesHandlers } from './calls.ts';

export interface Replies {
  /**
   * Keeps an inbound message, in the transaction of the page or callback that brought it. False when it is known, or
   * when the number that it was sent to is none of ours.
   */
  receive(tx: Tx, message: CarrierMessage): boolean;
}

export interface RepliesParts {
  readonly journal: Journal;
  readonly contacts: Pick<Contacts, 'optOut'>;
  readonly announce: (event: EngineEvent) => void;
  /** The phone has written: what waits because it stayed silent need not wait any more. In the same transaction. */
  readonly onReply: (tx: Tx, phone: string) => void;
  /** The clock that dates what people queue (epoch ms): a reply is answered by what was queued after it was stored. */
  readonly nowMs: () => number;
}

export function createReplies({ journal, contacts, announce, onReply, nowMs }: RepliesParts): Replies {
  const news = createNews(announce);

  return {
    receive: (tx, message) => {
      const number = findNumberByPhone(tx, message.to ?? '');
      if (number === undefined || isStored(tx, message.carrierId)) return false;
      const phone = message.from ?? '';
      const receivedAt = message.sentAt ?? message.createdAt;
      const contactId = findContactByPhone(tx, phone)?.contactId ?? null;
      const sent = contactId === null ? undefined : textBefore(tx, contactId, number.numberId);
      const optedOut = readOptOut(message.body) === 'opt-out';
      const replyId = insertReply(tx, {
        carrierId: message.carrierId,
        phone,
        numberId: number.numberId,
        contactId,
        messageId: sent?.messageId ?? null,
        actionId: sent?.actionId ?? null,
        body: message.body,
        mediaCount: message.mediaCount,
        receivedAt,
        storedAt: nowMs(),
        optedOut: optedOut ? 1 : 0,
      });
      if (replyId === null) throw new Error('a reply was stored twice in one transaction');
      // A short code or a name cannot be texted, and nothing is known of it.
      if (isE164(phone)) {
        noteReceived(tx, phone, receivedAt);
        onReply(tx, phone);
        if (optedOut) contacts.optOut(tx, { phone, source: 'words', userId: null, at: receivedAt });
      }
      const payload = { contactId, optedOut };
      journal.record(tx, { kind: 'replies/received', userId: null, entityId: replyId, payload });
      news.add(tx, replyId, sent === undefined ? null : contactId);
      return true;
    },
  };
}

/** The text of ours that a reply follows: from the number that it was sent to, else from any. */
function textBefore(tx: Tx, contactId: number, numberId: number): ReturnType<typeof findLastSent> {
  return findLastSent(tx, contactId, numberId) ?? findLastSent(tx, contactId, null);
}

/**
 * Tells of all replies of one transaction at once. What a rolled back one leaves behind is told with the next: that costs
 * a refetch.
 */
function createNews(announce: RepliesParts['announce']): {
  add(tx: Tx, replyId: number, contactId: number | null): void;
} {
  const replyIds: number[] = [];
  const contactIds = new Set<number>();

  function tell(): void {
    if (replyIds.length > 0) announce({ event: 'changed', room: 'replies', ids: replyIds.splice(0) });
    if (contactIds.size > 0) announce({ event: 'changed', room: 'conversations', ids: [...contactIds] });
    contactIds.clear();
  }

  return {
    add: (tx, replyId, contactId) => {
      replyIds.push(replyId);
      if (contactId !== null) contactIds.add(contactId);
      tx.afterCommit(tell);
    },
  };
}
