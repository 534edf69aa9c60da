/** A contact writes: the message is in the log, the carrier's own keywords take effect, and the number's webhook is called. */
import { sidOf } from './book.ts';
import type { Carrier } from './carrier.ts';
import type { MessageRow } from './message-rows.ts';
import { keywordOf } from './opt-out.ts';
import { segmentsOf } from './segments.ts';

export interface InboundText {
  readonly from: string;
  /** One of the account's numbers. */
  readonly to: string;
  readonly body: string;
  /** Whether the words ask to hear no more, when they are no keyword of the carrier. */
  readonly optOut: boolean;
  /** The instant of arrival, epoch ms on the carrier's clock. */
  readonly at: number;
}

/** Gives null when the number is not, or no longer, the account's: nobody is there to receive it. */
export function receiveText(text: InboundText, carrier: Carrier): MessageRow | null {
  const number = carrier.numbers.byPhone(text.to);
  if (number === undefined) return null;
  const row = carrier.book.inTransaction(() => {
    applyKeyword(text, number.serviceSid ?? text.to, carrier);
    const inbound = rowOf(text, number.serviceSid, carrier);
    carrier.messages.insert(inbound);
    return inbound;
  });
  carrier.webhooks.postInbound(row, number);
  return row;
}

function applyKeyword(text: InboundText, sender: string, carrier: Carrier): void {
  const { contacts } = carrier;
  const keyword = keywordOf(text.body);
  // "Yes" is a keyword too. It takes back a keyword's block, but is only an answer from somebody who asked in words.
  const isTakenBack = keyword === 'start' && contacts.isBlocked(sender, text.from);
  if (keyword === 'stop') contacts.block(sender, text.from, text.at);
  if (keyword === 'start') contacts.unblock(sender, text.from);
  if (keyword === 'stop' || text.optOut) {
    contacts.setOptedOut(text.from, text.at);
    contacts.dropReplies(text.from);
  } else if (isTakenBack) contacts.setOptedOut(text.from, null);
}

function rowOf(text: InboundText, serviceSid: string | null, carrier: Carrier): MessageRow {
  const id = carrier.messages.nextId();
  const sid = sidOf('SM', carrier.account.accountSid, id);
  const drawName = carrier.messages.nextDrawName('inbound', text.from);
  return {
    id,
    sid,
    drawName,
    direction: 'inbound',
    fromPhone: text.from,
    toPhone: text.to,
    body: text.body,
    segments: segmentsOf(text.body),
    media: '[]',
    serviceSid,
    status: 'received',
    previousStatus: null,
    errorCode: null,
    fate: null,
    fateCode: null,
    statusCallback: null,
    createdAt: text.at,
    sentAt: text.at,
    updatedAt: text.at,
    listedAt: text.at + Math.round(carrier.dice.draw('listed', drawName) * carrier.knobs().listLatenessMs),
    expiresAt: null,
    nextAt: null,
  };
}
