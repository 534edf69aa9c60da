/** The Messages resource: create, list, fetch, cancel, redact, delete, and the media of one message. */
import { createHash } from 'node:crypto';
import { acceptMessage } from './acceptance.ts';
import { type Answer, answer, type Call } from './answer.ts';
import { accountUri, type Carrier } from './carrier.ts';
import { rfc2822 } from './dates.ts';
import { refuse } from './errors.ts';
import { readDraft } from './message-draft.ts';
import { mediaOf, messageJson } from './message-json.ts';
import type { MessageRow, MessageStatus } from './message-rows.ts';
import { pageOf } from './paging.ts';

export function createMessage(call: Call, carrier: Carrier): Answer {
  if (carrier.knobs().accountStatus === 'suspended') refuse(20005);
  const draft = readDraft(call.form, carrier);
  return answer(201, messageJson(acceptMessage(draft, carrier), carrier.account));
}

export function fetchMessage(call: Call, carrier: Carrier): Answer {
  const message = find(call, carrier);
  const stale = carrier.dice.chance(carrier.knobs().staleStatusRate, 'stale', message.drawName, call.ordinal);
  return answer(200, messageJson(message, carrier.account, stale));
}

/** An empty `Body` redacts; `Status=canceled` withdraws a scheduled message. Nothing else can be changed. */
export function updateMessage(call: Call, carrier: Carrier): Answer {
  const message = find(call, carrier);
  const body = call.form.get('Body');
  const status = call.form.get('Status');
  if ((body !== null && body !== '') || (status !== null && status !== 'canceled')) refuse(20001);
  const nowAt = carrier.clock.nowMs();
  if (status === 'canceled') cancel(message, carrier, nowAt);
  if (body === '') {
    refuseUnlessEnded(message);
    carrier.messages.redact(message.id, nowAt);
  }
  return answer(200, messageJson(find(call, carrier), carrier.account));
}

export function deleteMessage(call: Call, carrier: Carrier): Answer {
  const message = find(call, carrier);
  refuseUnlessEnded(message);
  carrier.messages.remove(message.id, carrier.clock.nowMs());
  return answer(204, null);
}

export function listMedia(call: Call, carrier: Carrier): Answer {
  const message = find(call, carrier);
  return answer(200, pageOf(call, 'media_list', mediaJson(message, carrier)));
}

export function fetchMedia(call: Call, carrier: Carrier): Answer {
  const media = mediaJson(find(call, carrier), carrier).find((one) => one.sid === call.path['mediaSid']);
  return media === undefined ? refuse(20404) : answer(200, media);
}

function find(call: Call, carrier: Carrier): MessageRow {
  return carrier.messages.bySid(call.path['sid'] ?? '') ?? refuse(20404);
}

function cancel(message: MessageRow, carrier: Carrier, nowAt: number): void {
  if (message.status !== 'scheduled') refuse(30409);
  const canceled = {
    ...message,
    status: 'canceled',
    previousStatus: message.status,
    updatedAt: nowAt,
    nextAt: null,
  } as const;
  carrier.messages.progress(canceled);
  carrier.webhooks.postStatus(canceled);
}

const ended: readonly MessageStatus[] = ['sent', 'delivered', 'undelivered', 'failed', 'canceled', 'received'];

function refuseUnlessEnded(message: MessageRow): void {
  if (!ended.includes(message.status)) refuse(20009);
}

function mediaJson(message: MessageRow, carrier: Carrier) {
  return mediaOf(message).map((url) => {
    const sid = `ME${createHash('md5').update(`${message.sid}|${url}`).digest('hex')}`;
    return {
      sid,
      account_sid: carrier.account.accountSid,
      parent_sid: message.sid,
      content_type: 'image/jpeg',
      date_created: rfc2822(message.createdAt),
      date_updated: rfc2822(message.createdAt),
      uri: `${accountUri(carrier.account)}/Messages/${message.sid}/Media/${sid}.json`,
    };
  });
}
