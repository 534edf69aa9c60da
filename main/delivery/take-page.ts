import { setImmediate as nextTurn } from 'node:timers/promises';
import { isTerminal, parseCarrierStatus } from '../../shared/domain/carrier-status.ts';
import { type CarrierMessage, lookUpCarrierError } from '../carrier/index.ts';
import type { Clock } from '../clock/index.ts';
import { type Contacts, findContactByPhone, noteUnreachable, readPhone } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import { createSparingLog, type Log } from '../log/index.ts';
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
  /** A text has turned out to have failed, with this code, as the carrier told at `toldAt`. In the same transaction. */
  readonly onFailed: (tx: Tx, failed: { messageId: number; code: number; toldAt: number }) => void;
  /** An inbound message to a number of ours. Gives whether it was new. */
  readonly receive: (tx: Tx, message: CarrierMessage) => boolean;
}

/** Takes what the carrier told of some messages, newest first as it lists them. */
export type Take = (messages: readonly CarrierMessage[]) => Promise<Taken>;

/** A transaction of so many new replies takes some 15 ms. A page of a thousand in one would make somebody's Enter wait. */
const takenTogether = 50;
const nothing: Taken = { messageIds: [], replies: 0, failed: 0 };

/**
 * Makes a page of the carrier's list ours, however often and in whatever order pages come. Each message is whole by
 * itself, so a page may take several transactions. What is told again as it was told before is passed over without one,
 * so a quiet account costs no flush.
 */
export function createTaking(parts: TakingParts): { readonly take: Take; forgetUnseen(): void } {
  const { store, log, clock } = parts;
  // Each reading meets it again.
  const sparing = createSparingLog({ log, clock });
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

  function takeTogether(messages: readonly CarrierMessage[]): Taken {
    const taken = { messageIds: [] as number[], replies: 0, failed: 0 };
    const settled: string[] = [];
    store.write((tx) => {
      for (const message of messages) {
        // One that is none of ours may become one: its text may come into doubt after it was shown.
        if (takeOne(tx, message, taken)) settled.push(fingerprintOf(message));
      }
    });
    for (const fingerprint of settled) seen.add(fingerprint);
    return taken;
  }

  /** One message that nobody expected must not keep all others, with their opt-outs, from coming in. */
  function takeChunk(messages: readonly CarrierMessage[]): Taken {
    try {
      return takeTogether(messages);
    } catch (thrown) {
      if (thrown instanceof StoreRefusal) throw thrown;
      if (messages.length > 1) return messages.map((message) => takeChunk([message])).reduce(together, nothing);
      sparing.error('message-not-taken', messages[0]?.carrierId ?? null, { thrown });
      return { ...nothing, failed: 1 };
    }
  }

  return {
    take: async (messages) => {
      // The oldest first, so that replies are numbered in the order in which they came.
      const news = store.look((reader) => messages.filter((message) => isNews(reader, message))).toReversed();
      let taken = nothing;
      for (let from = 0; from < news.length; from += takenTogether) {
        if (from > 0) await nextTurn();
        taken = together(taken, takeChunk(news.slice(from, from + takenTogether)));
      }
      return taken;
    },
    forgetUnseen: () => {
      seenBefore = seen;
      seen = new Set();
    },
  };
}

function together(one: Taken, other: Taken): Taken {
  return {
    messageIds: [...one.messageIds, ...other.messageIds],
    replies: one.replies + other.replies,
    failed: one.failed + other.failed,
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
  const toldAt = updatedAt ?? clock.nowMs();
  updateStatus(tx, row.id, { ...told, at: toldAt });
  if (told.errorCode !== null && told.errorCode !== row.error_code) {
    parts.onFailed(tx, { messageId: row.id, code: told.errorCode, toldAt });
  }
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
