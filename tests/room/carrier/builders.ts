import { type Carrier, createTwilioCarrier, type MessageRequest } from '../../../main/carrier/index.ts';
import { asE164 } from '../../../shared/domain/phone.ts';

export const accountSid = `AC${'a1'.repeat(16)}`;
export const secret = 'not-a-real-token-4e1d';
export const options = { timeoutMs: 10_000 };

export const request: MessageRequest = {
  from: asE164('+12025550100'),
  to: asE164('+12025550123'),
  body: 'Hi Ana, this is Sam with Example Votes.',
};

export function carrierAt(origin: string, lookups: string = origin): Carrier {
  const made = createTwilioCarrier({ credentials: { accountSid, secret }, address: { api: origin, lookups } });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

export const messageSid = `SM${'0b'.repeat(16)}`;

/** A message as Twilio writes it. */
export function messageJson(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    sid: messageSid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: request.body,
    date_created: 'Thu, 24 Aug 2023 05:01:45 +0000',
    date_sent: null,
    date_updated: 'Thu, 24 Aug 2023 05:01:45 +0000',
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: request.from,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    status: 'queued',
    subresource_uris: {},
    to: request.to,
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${messageSid}.json`,
    ...change,
  };
}

export function errorJson(code: number, status: number): Record<string, unknown> {
  return { code, message: 'no', more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}
