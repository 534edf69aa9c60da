import { isTerminal, parseCarrierStatus } from '../../shared/domain/carrier-status.ts';
import { type CarrierMessage, lookUpCarrierError } from '../carrier/index.ts';
import type { Clock } from '../clock/index.ts';
import { type Contacts, findContactByPhone, noteUnreachable, readPhone } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Log } from '../log/index.ts';
import { findNumberByPhone } from '../numbers/index.ts';
import { type Reader, type Store, StoreRefusal, type Tx } from '../store/index.ts';
import { type DeliveryRow, findDelivery, updateStatus } from './queries.ts';
import { afterReport } from './rules.ts';

export interface Taken {
  /** The texts whose status or code has changed. */
  readonly messageIds: readonly number[];
  readonly replies: number;
  /** Those that could not be taken, which is a bug and logged. */
  readonly failed: number;
}

export interface TakingParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly contacts: Pick<Contacts, 'optOut'>;
  /** An outbound message that nobody here knows by its name. Gives whether it is a text of ours, which then has it. */
  readonly offer: (tx: Tx, message: CarrierMessage) => boolean;
  /** An inbound message to a number of ours. Gives whether it was new. */
  readonly receive: (tx: Tx, message: CarrierMessage) => boolean;
}

/** Takes what the carrier told of some messages. */
export type Take = (messages: readonly CarrierMessage[]) => Taken;

/**
 * Makes one page of the carrier's list ours, in one transaction, however often and in whatever order pages come. What is
 * told again as it was told before is passed over without opening a transaction, so a quiet account costs no flush.
 */
export function createTaking(parts: TakingParts): { readonly take: Take; forgetUnseen(): void } {
  const { store, log } = parts;
  let seenBefore = new Set<string>();
  let seen = new Set<string>();

  function isNews(reader: Reader, message: CarrierMessage): boolean {
    const fingerprint = fingerprintOf(message);
    if (seen.has(fingerprint)) return false;
    if (seenBefore.has(fingerprint)) {
      seen.add(fingerprint);
      return false;
    }
    return isOurs(reader, message);
  }

  function takeOne(tx: Tx, message: CarrierMessage, taken: { messageIds: number[]; replies: number }): boolean {
    if (message.direction === 'inbound') {
      if (parts.receive(tx, message)) taken.replies += 1;
      return true;
    }
    const known = findDelivery(tx, message.carrierId);
    const row = known ?? (parts.offer(tx, message) ? findDelivery(tx, message.carrierId) : undefined);
    if (row === undefined) return false;
    if (recordReport(parts, tx, row, message) || known === undefined) taken.messageIds.push(row.id);
    return true;
  }

  /** The oldest first, so that replies are numbered in the order in which they came. */
  function takeTogether(messages: readonly CarrierMessage[]): Taken {
    const taken = { messageIds: [] as number[], replies: 0, failed: 0 };
    const settled: string[] = [];
    store.write((tx) => {
      for (const message of messages.toReversed()) {
        // One that is none of ours may become one: its text may come into doubt after it was shown.
        if (takeOne(tx, message, taken)) settled.push(fingerprintOf(message));
      }
    });
    for (const fingerprint of settled) seen.add(fingerprint);
    return taken;
  }

  /** One message that nobody expected must not keep all others, with their opt-outs, from coming in. */
  function takeOneByOne(messages: readonly CarrierMessage[]): Taken {
    const each = messages.toReversed().map((message): Taken => {
      try {
        return takeTogether([message]);
      } catch (thrown) {
        if (thrown instanceof StoreRefusal) throw thrown;
        log.error('message-not-taken', { thrown });
        return { messageIds: [], replies: 0, failed: 1 };
      }
    });
    return {
      messageIds: each.flatMap(({ messageIds }) => messageIds),
      replies: each.reduce((sum, { replies }) => sum + replies, 0),
      failed: each.reduce((sum, { failed }) => sum + failed, 0),
    };
  }

  return {
    take: (messages) => {
      const news = store.look((reader) => messages.filter((message) => isNews(reader, message)));
      if (news.length === 0) return { messageIds: [], replies: 0, failed: 0 };
      try {
        return takeTogether(news);
      } catch (thrown) {
        if (thrown instanceof StoreRefusal) throw thrown;
        return takeOneByOne(news);
      }
    },
    forgetUnseen: () => {
      seenBefore = seen;
      seen = new Set();
    },
  };
}

function fingerprintOf({ carrierId, status, errorCode }: CarrierMessage): string {
  return `${carrierId} ${status.known ? status.name : status.text} ${errorCode ?? ''}`;
}

/** Only messages of the campaign's own numbers; a text that a messaging service has not given a number yet is none. */
function isOurs(reader: Reader, { direction, from, to }: CarrierMessage): boolean {
  const own = direction === 'inbound' ? to : from;
  return own !== null && findNumberByPhone(reader, own) !== undefined;
}

/** Gives whether it changed anything. */
function recordReport(parts: TakingParts, tx: Tx, row: DeliveryRow, message: CarrierMessage): boolean {
  const { journal, clock, log } = parts;
  const { status: word, errorCode, updatedAt } = message;
  if (!word.known) {
    log.warn('unknown-status', { status: word.text });
    return false;
  }
  if (errorCode !== null) recordEffect(parts, tx, row.phone, errorCode);
  const told = afterReport({ status: row.status, errorCode: row.error_code }, { status: word.name, errorCode });
  if (told === null) return false;
  updateStatus(tx, row.id, { ...told, at: updatedAt ?? clock.nowMs() });
  const hasEnded = isTerminal(told.status) && told.status !== parseCarrierStatus(row.status ?? '');
  if (hasEnded) {
    const payload = { status: told.status, code: told.errorCode };
    journal.record(tx, { kind: 'delivery/ended', userId: null, entityId: row.id, payload });
  }
  return true;
}

/** What a code says of the phone. It is judged by what is known of the phone, so it does not matter who heard it first. */
function recordEffect(parts: TakingParts, tx: Tx, phone: string, code: number): void {
  const { effect } = lookUpCarrierError(code);
  if (effect === 'record-opt-out') {
    parts.contacts.optOut(tx, { phone, source: 'carrier', userId: null, at: parts.clock.nowMs() });
  }
  if (effect !== 'mark-landline' && effect !== 'mark-invalid') return;
  if (readPhone(tx, phone).unreachableCode !== null) return;
  noteUnreachable(tx, phone, code);
  const entityId = findContactByPhone(tx, phone)?.contactId ?? null;
  parts.journal.record(tx, { kind: 'contacts/unreachable', userId: null, entityId, payload: { code } });
}
