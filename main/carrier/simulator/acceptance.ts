/**
 * Takes a draft over: from here on the text is the carrier's to send, whatever becomes of the answer. The message, the
 * line in `acceptance` and the number's queue are one transaction, which is over when this returns.
 */
import { sidOf } from './book.ts';
import type { Carrier } from './carrier.ts';
import { refuse } from './errors.ts';
import type { MessageDraft } from './message-draft.ts';
import { fateOf, stepMs } from './message-life.ts';
import type { MessageRow, MessageStatus } from './message-rows.ts';
import { segmentsOf } from './segments.ts';
import { placeInQueue } from './sending-queue.ts';

/** @throws ApiError 21610 when the contact is opted out of this number, 21611 when the number's queue is full. */
export function acceptMessage(draft: MessageDraft, carrier: Carrier): MessageRow {
  const nowAt = carrier.clock.nowMs();
  const row = carrier.book.inTransaction(() => {
    const accepted = rowOf(draft, carrier, nowAt);
    carrier.messages.insert(accepted);
    carrier.messages.recordAcceptance({
      sid: accepted.sid,
      fromPhone: draft.from,
      toPhone: draft.to,
      body: draft.body,
      segments: accepted.segments,
      acceptedAt: nowAt,
      optedOutAt: carrier.contacts.optedOutAt(draft.to),
    });
    return accepted;
  });
  carrier.nudge();
  return row;
}

function rowOf(draft: MessageDraft, carrier: Carrier, nowAt: number): MessageRow {
  const knobs = carrier.knobs();
  const id = carrier.messages.nextId();
  const sid = sidOf(draft.media.length > 0 ? 'MM' : 'SM', carrier.account.accountSid, id);
  const drawName = carrier.messages.nextDrawName('outbound-api', draft.to);
  const segments = draft.media.length > 0 ? 1 : segmentsOf(draft.body);
  return {
    id,
    sid,
    drawName,
    direction: 'outbound-api',
    fromPhone: draft.from,
    toPhone: draft.to,
    body: draft.body,
    segments,
    media: JSON.stringify(draft.media),
    serviceSid: draft.serviceSid,
    previousStatus: null,
    errorCode: null,
    ...fateOf(drawName, draft.to, knobs, carrier.dice),
    statusCallback: draft.statusCallback,
    createdAt: nowAt,
    sentAt: null,
    updatedAt: nowAt,
    listedAt: nowAt + Math.round(carrier.dice.draw('listed', drawName) * knobs.listLatenessMs),
    expiresAt: (draft.sendAt ?? nowAt) + draft.validitySeconds * 1_000,
    ...beginning(draft, drawName, segments, carrier, nowAt),
  };
}

/** The first status and when the next is due. */
function beginning(
  draft: MessageDraft,
  drawName: string,
  segments: number,
  carrier: Carrier,
  nowAt: number,
): { status: MessageStatus; nextAt: number } {
  if (draft.sendAt !== null) return { status: 'scheduled', nextAt: draft.sendAt };
  if (draft.from === null) return { status: 'accepted', nextAt: nowAt };
  const expiresAt = nowAt + draft.validitySeconds * 1_000;
  return { status: 'queued', nextAt: enqueue(draft.from, draft.to, drawName, segments, expiresAt, carrier, nowAt) };
}

/**
 * Puts a text into its number's queue and gives the instant of its next turn.
 * @throws ApiError 21610 or 21611.
 */
export function enqueue(
  from: string,
  to: string,
  drawName: string,
  segments: number,
  expiresAt: number,
  carrier: Carrier,
  nowAt: number,
): number {
  const number = carrier.numbers.byPhone(from);
  if (carrier.contacts.isBlocked(number?.serviceSid ?? from, to)) refuse(21610);
  const knobs = carrier.knobs();
  const waitMs = stepMs(drawName, 'queued', knobs, carrier.dice);
  if (number === undefined) return nowAt + waitMs;
  const place = placeInQueue(number, segments, knobs, nowAt);
  if (place === null) refuse(21611);
  // A text that will be dropped before its turn takes none of the number's time from those behind it.
  if (place.leavesAt < expiresAt) carrier.numbers.setQueueFree(number.id, place.freeAt);
  return Math.min(place.leavesAt + waitMs, expiresAt);
}
