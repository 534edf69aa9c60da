/**
 * Reads the form of a create request and refuses what Twilio refuses, with its code. Gives a draft that can be
 * accepted as it stands. Whether the pair is blocked and the queue has room is judged at acceptance.
 */
import type { Carrier } from './carrier.ts';
import { type RefusalCode, refuse } from './errors.ts';
import type { NumberRow } from './number-rows.ts';
import { isE164, isNorthAmerican, isShortCode, magic } from './phones.ts';

export interface MessageDraft {
  readonly to: string;
  /** Null when a messaging service picks the sender. */
  readonly from: string | null;
  /** The account's number behind `from`; null for the magic sender and for a service. */
  readonly number: NumberRow | null;
  readonly serviceSid: string | null;
  readonly body: string;
  readonly media: readonly string[];
  readonly statusCallback: string | null;
  readonly validitySeconds: number;
  /** When to send, epoch ms; null is at once. */
  readonly sendAt: number | null;
}

const longestValiditySeconds = 36_000;
const soonestScheduleMs = 15 * 60_000;
const latestScheduleMs = 35 * 86_400_000;

export function readDraft(form: URLSearchParams, carrier: Carrier): MessageDraft {
  const to = readTo(form);
  const serviceSid = readService(form, carrier);
  const from = form.get('From');
  if (!from && serviceSid === null) refuse(21603);
  const number = from ? readFrom(from, carrier) : null;
  if (to === from) refuse(21266);
  return {
    to,
    from: from || null,
    number,
    serviceSid,
    ...readContent(form),
    statusCallback: readStatusCallback(form),
    validitySeconds: readValidity(form),
    sendAt: serviceSid === null ? null : readSchedule(form, carrier.clock.nowMs()),
  };
}

function readTo(form: URLSearchParams): string {
  const to = form.get('To');
  if (!to) refuse(21604);
  refuseMagic(magic.to, to);
  if (isShortCode(to)) refuse(21265);
  if (!isE164(to) || (to.startsWith('+1') && !isNorthAmerican(to))) refuse(21211);
  // A new account may text its own region only, until its owner enables others.
  if (!to.startsWith('+1')) refuse(21408);
  return to;
}

function readFrom(from: string, carrier: Carrier): NumberRow | null {
  if (from === magic.sender) return null;
  refuseMagic(magic.from, from);
  if (from.startsWith(magic.prefix)) refuse(21606);
  if (!isE164(from)) refuse(21212);
  const number = carrier.numbers.byPhone(from);
  if (number === undefined) refuse(carrier.numbers.wasReleased(from) ? 21660 : 21659);
  return number;
}

function readService(form: URLSearchParams, carrier: Carrier): string | null {
  const sid = form.get('MessagingServiceSid');
  if (!sid) return null;
  if (!carrier.numbers.services().some((service) => service.sid === sid)) refuse(21705);
  if (!carrier.numbers.all().some((number) => number.serviceSid === sid)) refuse(21704);
  return sid;
}

function readContent(form: URLSearchParams): Pick<MessageDraft, 'body' | 'media'> {
  const body = form.get('Body') ?? '';
  const media = form.getAll('MediaUrl').filter((url) => url !== '');
  if (body === '' && media.length === 0) refuse(21619);
  if (body.length > 1_600) refuse(21617);
  if (media.length > 10) refuse(21623);
  if (!media.every(isWebUrl)) refuse(21620);
  return { body, media };
}

function readStatusCallback(form: URLSearchParams): string | null {
  const url = form.get('StatusCallback');
  if (!url) return null;
  if (!isWebUrl(url) || new URL(url).hostname.includes('_')) refuse(21609);
  return url;
}

function readValidity(form: URLSearchParams): number {
  const text = form.get('ValidityPeriod');
  if (text === null) return longestValiditySeconds;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > longestValiditySeconds) refuse(90007);
  return seconds;
}

/** Only with a messaging service: without one Twilio drops the schedule silently and sends at once. */
function readSchedule(form: URLSearchParams, nowAt: number): number | null {
  if (form.get('ScheduleType') !== 'fixed') return null;
  const text = form.get('SendAt');
  if (!text) refuse(35111);
  const sendAt = Date.parse(text);
  const aheadMs = sendAt - nowAt;
  if (!(aheadMs >= soonestScheduleMs && aheadMs <= latestScheduleMs)) refuse(35114);
  return sendAt;
}

function refuseMagic(codes: Readonly<Record<string, RefusalCode>>, phone: string): void {
  const code = codes[phone];
  if (code !== undefined) refuse(code);
}

export function isWebUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
