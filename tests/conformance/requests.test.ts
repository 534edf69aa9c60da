/** Our requests against Twilio's published description. Prism answers with Twilio's own examples, or 422 with reasons. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Carrier, createTwilioCarrier } from '../../main/carrier/index.ts';
import { ensureSpec } from '../../scripts/conformance/ensure-spec.ts';
import { type Prism, startPrism } from '../../scripts/conformance/prism.ts';
import { asE164 } from '../../shared/domain/phone.ts';

const accountSid = `AC${'a'.repeat(32)}`;
const messageSid = `SM${'b'.repeat(32)}`;
const numberSid = `PN${'c'.repeat(32)}`;
const options = { timeoutMs: 30_000 };

let api: Prism;
let lookups: Prism;
let carrier: Carrier;

beforeAll(async () => {
  const spec = await ensureSpec();
  [api, lookups] = await Promise.all([startPrism({ spec: spec.api }), startPrism({ spec: spec.lookups })]);
  const made = createTwilioCarrier({
    credentials: { accountSid, secret: 'not-a-real-token' },
    address: { api: api.origin, lookups: lookups.origin },
  });
  if (!made.ok) throw new Error(made.error.code);
  carrier = made.value;
});

afterAll(async () => {
  carrier?.close();
  await Promise.all([api?.stop(), lookups?.stop()]);
});

describe('Twilio’s description takes our request', () => {
  test('to create a message, with everything that we ever send', async () => {
    const request = {
      from: asE164('+12025550100'),
      to: asE164('+12025550123'),
      body: 'Hi Zoë & family: 50 % “off”? 😀\nReply STOP to quit',
      validitySeconds: 3_600,
      statusCallbackUrl: 'https://relay.example.org/status',
    };
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'accepted' });
  });

  test('to list messages, with every filter', async () => {
    const sentAfterAt = Date.UTC(2026, 10, 1);
    const query = { to: asE164('+12025550100'), from: asE164('+12025550123'), sentAfterAt, pageSize: 1_000 };
    const page = await carrier.listMessages(query, options);
    expect(page).toMatchObject({ ok: true, value: { unreadableCount: 0 } });
    expect(page.ok && page.value.messages.length).toBeGreaterThan(0);
  });

  test('for the next page of a list, as Twilio names it', async () => {
    const query = 'To=%2B12025550100&DateSent%3E=2026-11-01&PageSize=2&Page=1&PageToken=PAMM0';
    const cursor = `/2010-04-01/Accounts/${accountSid}/Messages.json?${query}`;
    expect(await carrier.listMessages({ cursor }, options)).toMatchObject({ ok: true });
  });

  test.each([
    ['to fetch a message', () => carrier.fetchMessage(messageSid, options)],
    ['to cancel a message', () => carrier.cancelMessage(messageSid, options)],
    ['to redact a message', () => carrier.redactMessage(messageSid, options)],
    ['to list the numbers', () => carrier.listNumbers({ pageSize: 100 }, options)],
    ['to search numbers', () => carrier.searchNumbers({ areaCode: '202', limit: 5 }, options)],
    ['to buy a number', () => carrier.buyNumber(asE164('+12025550177'), options)],
    ['to release a number', () => carrier.releaseNumber(numberSid, options)],
    ['to look up a phone', () => carrier.lookUpPhone(asE164('+12025550123'), options)],
  ])('%s', async (_, ask) => {
    expect(await ask()).toMatchObject({ ok: true });
  });

  test('to check the account, down to its numbers', async () => {
    // The number in Twilio's example cannot text, which only a list that was read can tell.
    expect(await carrier.checkAccount(options)).toMatchObject({ error: { code: 'carrier/no-numbers' } });
  });
});

describe('the check itself', () => {
  const headers = { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };

  async function post(form: Record<string, string>): Promise<number> {
    const url = `${api.origin}/2010-04-01/Accounts/${accountSid}/Messages.json`;
    return (await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) })).status;
  }

  test('refuses a message without a recipient, or with a value of the wrong type', async () => {
    expect(await post({ To: '+12025550123', Body: 'Hi', ValidityPeriod: '60' })).toBe(201);
    expect(await post({ Body: 'Hi' })).toBe(422);
    expect(await post({ To: '+12025550123', Body: 'Hi', ValidityPeriod: 'soon' })).toBe(422);
  });

  test('refuses a request without credentials', async () => {
    const url = `${api.origin}/2010-04-01/Accounts/${accountSid}/Messages.json`;
    expect((await fetch(url)).status).toBe(401);
  });
});
