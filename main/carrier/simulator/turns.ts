/** Writes one turn in the life of a text into the book: what `message-life.ts` decides, and the picking of a sender. */
import { enqueue } from './acceptance.ts';
import type { Carrier } from './carrier.ts';
import { ApiError } from './errors.ts';
import { turnOf } from './message-life.ts';
import type { MessageRow, MessageStatus } from './message-rows.ts';
import { areaCodeOf } from './phones.ts';

/** @param dueAt becomes the instant of the new status, also when the simulator gets to it late. */
export function takeTurn(carrier: Carrier, id: number, dueAt: number): MessageRow {
  const message = carrier.messages.byId(id);
  if (message === undefined) throw new Error('a message that is due must exist');
  const waitsForSender = message.status === 'accepted' || message.status === 'scheduled';
  const changed = waitsForSender ? queued(message, carrier, dueAt) : moved(message, carrier, dueAt);
  carrier.messages.progress(changed);
  return changed;
}

function moved(message: MessageRow, carrier: Carrier, dueAt: number): MessageRow {
  const { status, errorCode, nextAfterMs } = turnOf(message, carrier.knobs(), carrier.dice, dueAt);
  return {
    ...become(message, status, dueAt),
    errorCode,
    sentAt: status === 'sending' ? dueAt : message.sentAt,
    nextAt: nextAfterMs === null ? null : dueAt + nextAfterMs,
  };
}

/** A text that goes through a messaging service gets its sender, and may still be refused here, without an HTTP answer. */
function queued(message: MessageRow, carrier: Carrier, dueAt: number): MessageRow {
  const from = message.fromPhone ?? senderFor(message, carrier);
  if (from === null) return failed(message, 21704, dueAt);
  const expiresAt = message.expiresAt ?? Number.POSITIVE_INFINITY;
  try {
    const nextAt = enqueue(from, message.toPhone, message.drawName, message.segments, expiresAt, carrier, dueAt);
    return { ...become(message, 'queued', dueAt), fromPhone: from, nextAt };
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    return { ...failed(message, thrown.code === 21611 ? 30001 : thrown.code, dueAt), fromPhone: from };
  }
}

/** The sender that the contact knows, else one of their area code, else any, always the same one for a contact. */
function senderFor(message: MessageRow, carrier: Carrier): string | null {
  const pool = carrier.numbers.all().filter((number) => number.serviceSid === message.serviceSid);
  const phones = pool.map((number) => number.phone);
  const known = message.serviceSid === null ? null : carrier.messages.lastSender(message.serviceSid, message.toPhone);
  if (known !== null && phones.includes(known)) return known;
  const near = phones.filter((phone) => areaCodeOf(phone) === areaCodeOf(message.toPhone));
  const choices = near.length > 0 ? near : phones;
  return choices.length === 0 ? null : carrier.dice.pick(choices, 'sender', message.toPhone);
}

function become(message: MessageRow, status: MessageStatus, at: number): MessageRow {
  return { ...message, status, previousStatus: message.status, updatedAt: at, nextAt: null };
}

function failed(message: MessageRow, errorCode: number, at: number): MessageRow {
  return { ...become(message, 'failed', at), errorCode };
}
