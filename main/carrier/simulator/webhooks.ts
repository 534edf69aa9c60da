/**
 * Calls the customer's URLs: status callbacks and inbound texts, signed as Twilio signs. Only loopback is ever called;
 * any other URL is counted as skipped. What cannot be delivered is not kept: as at Twilio, the log is there to be read.
 * Retries are Twilio's default, once and only when no connection could be made; an inbound text that still fails, or
 * is answered with an error, goes to `SmsFallbackUrl`.
 */
import { callQueue } from './call-queue.ts';
import { type Account, apiVersion } from './carrier.ts';
import type { Dice } from './dice.ts';
import type { Knobs } from './knobs.ts';
import type { MessageRow } from './message-rows.ts';
import type { NumberRow } from './number-rows.ts';
import { callWebhook, type WebhookTarget } from './webhook-call.ts';

export interface WebhookCounts {
  readonly delivered: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Webhooks {
  /** A message has reached a status. Nothing is called for the first one, which the answer to the create told. */
  postStatus(message: MessageRow): void;
  postInbound(message: MessageRow, number: NumberRow): void;
  counts(): WebhookCounts;
}

/** A callback that is held back goes out by then, even when no other follows it. */
const longestHoldMs = 3_000;
const callsAtOnce = 50;

/** An unset URL is missing or empty. */
function targetOf(url: string | undefined, method = 'POST'): WebhookTarget | undefined {
  return url ? { url, method } : undefined;
}

export function openWebhooks(account: Account, dice: Dice, knobs: () => Knobs): Webhooks {
  const counts = { delivered: 0, failed: 0, skipped: 0 };
  const heldBack = new Map<string, () => void>();
  const calls = callQueue(callsAtOnce);

  async function call(target: WebhookTarget, params: URLSearchParams, fallback?: WebhookTarget): Promise<void> {
    if (!isLoopback(target.url)) {
      counts.skipped += 1;
      return;
    }
    const token = crypto.randomUUID();
    let outcome = await callWebhook(target, params, account.authToken, token);
    if (outcome === 'unreachable') outcome = await callWebhook(target, params, account.authToken, token);
    counts[outcome === 'delivered' ? 'delivered' : 'failed'] += 1;
    if (outcome !== 'delivered' && fallback !== undefined) {
      await call(fallback, new URLSearchParams([...params, ['ErrorCode', '11200'], ['ErrorUrl', target.url]]));
    }
  }

  function postStatus(message: MessageRow): void {
    const { sid, drawName, status, statusCallback: url } = message;
    if (url === null) return;
    const params = statusParams(message, account.accountSid);
    const times = dice.chance(knobs().callbackRepeatRate, 'callback twice', drawName, status) ? 2 : 1;
    const post = (): void => {
      for (let time = 0; time < times; time += 1) calls.add(sid, () => call({ url, method: 'POST' }, params));
    };
    const overtaken = heldBack.get(sid);
    if (dice.chance(knobs().callbackShuffleRate, 'callback late', drawName, status)) holdBack(sid, post);
    else post();
    overtaken?.();
  }

  /** Until the next callback of the message has gone ahead. */
  function holdBack(sid: string, post: () => void): void {
    const release = (): void => {
      clearTimeout(timer);
      if (heldBack.get(sid) === release) heldBack.delete(sid);
      post();
    };
    const timer = setTimeout(release, longestHoldMs).unref();
    heldBack.set(sid, release);
  }

  return {
    postStatus,
    postInbound: (message, number) => {
      const { SmsUrl, SmsMethod, SmsFallbackUrl, SmsFallbackMethod } = number.settings;
      const params = inboundParams(message, account.accountSid);
      const target = targetOf(SmsUrl, SmsMethod);
      const fallback = targetOf(SmsFallbackUrl, SmsFallbackMethod);
      if (target !== undefined) calls.add(message.sid, () => call(target, params, fallback));
    },
    counts: () => ({ ...counts }),
  };
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, protocol } = new URL(url);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function statusParams(message: MessageRow, accountSid: string): URLSearchParams {
  const params = new URLSearchParams({
    AccountSid: accountSid,
    ApiVersion: apiVersion,
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: message.status,
    SmsStatus: message.status,
    To: message.toPhone,
  });
  if (message.fromPhone !== null) params.set('From', message.fromPhone);
  if (message.serviceSid !== null) params.set('MessagingServiceSid', message.serviceSid);
  if (message.errorCode !== null) params.set('ErrorCode', String(message.errorCode));
  if (message.status === 'delivered' || message.status === 'undelivered') {
    params.set('RawDlrDoneDate', new Date(message.updatedAt).toISOString().replace(/\D/g, '').slice(2, 12));
  }
  return params;
}

function inboundParams(message: MessageRow, accountSid: string): URLSearchParams {
  const params = new URLSearchParams({
    ToCountry: 'US',
    SmsMessageSid: message.sid,
    NumMedia: '0',
    SmsSid: message.sid,
    SmsStatus: 'received',
    Body: message.body,
    FromCountry: 'US',
    To: message.toPhone,
    NumSegments: String(message.segments),
    MessageSid: message.sid,
    AccountSid: accountSid,
    From: message.fromPhone ?? '',
    ApiVersion: apiVersion,
  });
  if (message.serviceSid !== null) params.set('MessagingServiceSid', message.serviceSid);
  return params;
}
