/**
 * The simulator's answers against Twilio's published description. Everything goes through Prism, which turns an answer
 * that breaks the description into a 500, and so into an outcome that no test here expects.
 */
import type { ServerResponse } from 'node:http';
import type { Twilio } from 'twilio';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Carrier, createTwilioCarrier, readMessages } from '../../main/carrier/index.ts';
import { ensureSpec } from '../../scripts/conformance/ensure-spec.ts';
import { type Prism, startPrism } from '../../scripts/conformance/prism.ts';
import { asE164, type E164 } from '../../shared/domain/phone.ts';
import { type AnsweringServer, type SeenRequest, serveHttp } from '../room/carrier/loopback-server.ts';
import { calm } from '../room/simulator/fixture.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../support/simulator-process.ts';
import { twilioClientFor } from '../support/twilio-client.ts';

const options = { timeoutMs: 30_000 };

let simulator: SimulatorProcess;
/** Stands before the simulator, so that a test can spoil an answer and see whether Prism notices. */
let spoiler: AnsweringServer;
let api: Prism;
let lookups: Prism;
let carrier: Carrier;
/** Asks through Prism too, for what the carrier's port has no verb for. */
let client: Twilio;
let ourPhone: E164;
let spoil: (text: string) => string = (text) => text;

async function passOn(seen: SeenRequest, response: ServerResponse): Promise<void> {
  const query = seen.query.size === 0 ? '' : `?${seen.query}`;
  const answer = await fetch(simulator.ready.url + seen.path + query, {
    method: seen.method,
    headers: { authorization: seen.headers.authorization ?? '' },
    ...(seen.method === 'POST' ? { body: seen.form } : {}),
  });
  const text = spoil(await answer.text());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
}

beforeAll(async () => {
  const spec = await ensureSpec();
  simulator = await startSimulatorProcess({ seed: 'conformance', numberCount: 3, knobs: calm });
  spoiler = await serveHttp((seen, response) => void passOn(seen, response));
  [api, lookups] = await Promise.all([
    startPrism({ spec: spec.api, upstream: spoiler.origin }),
    startPrism({ spec: spec.lookups, upstream: spoiler.origin }),
  ]);
  const made = createTwilioCarrier({
    credentials: { accountSid: simulator.ready.accountSid, secret: simulator.ready.authToken },
    address: { api: api.origin, lookups: lookups.origin },
  });
  if (!made.ok) throw new Error(made.error.code);
  carrier = made.value;
  client = twilioClientFor({ ...simulator.ready, url: api.origin }, 30_000);
  const numbers = await carrier.listNumbers({ pageSize: 1 }, options);
  ourPhone = asE164((numbers.ok && numbers.value.numbers[0]?.phone) || '');
});

afterAll(async () => {
  carrier?.close();
  await Promise.all([api?.stop(), lookups?.stop()]);
  await spoiler?.close();
  await simulator?.stop();
});

afterEach(() => {
  spoil = (text) => text;
});

async function create(to: string, body = 'Hi, this is Sam with Example Votes.'): Promise<string> {
  const outcome = await carrier.createMessage(
    { from: ourPhone, to: asE164(to), body, validitySeconds: 3_600 },
    options,
  );
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.carrierId;
}

describe('the simulator answers as Twilio’s description says', () => {
  test('to created messages, one by one and in pages', async () => {
    const created = [];
    for (const line of ['0123', '0124', '0125', '0126', '0127']) created.push(await create(`+1202555${line}`));
    const listed: string[] = [];
    let pageCount = 0;
    for await (const page of readMessages(carrier, { from: ourPhone, pageSize: 2 }, options)) {
      if (!page.ok) throw new Error(page.error.code);
      expect(page.value.unreadableCount).toBe(0);
      listed.push(...page.value.messages.map((message) => message.carrierId));
      pageCount += 1;
    }
    expect(listed).toEqual(created.toReversed());
    expect(pageCount).toBe(3);
  });

  test('to messages with text of every kind', async () => {
    const body = 'Peçanha “quotes” 😀\n& € 100 %';
    const id = await create('+12025550128', body);
    expect(await carrier.fetchMessage(id, options)).toMatchObject({ ok: true, value: { body, direction: 'outbound' } });
  });

  test('to a text that came in', async () => {
    await simulator.write({ from: '+12025550129', to: ourPhone, body: 'Yes!' });
    const page = await carrier.listMessages({ to: ourPhone, from: asE164('+12025550129'), pageSize: 10 }, options);
    expect(page).toMatchObject({
      ok: true,
      value: { messages: [{ direction: 'inbound', body: 'Yes!', status: { known: true, name: 'received' } }] },
    });
  });

  test('to what it does not have, and to what it refuses', async () => {
    expect(await carrier.fetchMessage(`SM${'0'.repeat(32)}`, options)).toEqual({ ok: true, value: null });
    const refused = await carrier.createMessage({ from: ourPhone, to: asE164('+15005550004'), body: 'Hi' }, options);
    expect(refused).toMatchObject({ kind: 'refused', code: 21610, scope: 'message' });
  });

  test('to messages in every state of their lives, until they are redacted', async () => {
    const id = await create('+12025550133');
    expect(await carrier.cancelMessage(id, options)).toEqual({ ok: true, value: 'too-late' });
    expect(await carrier.redactMessage(id, options)).toEqual({ ok: true, value: 'not-yet' });
    const seen = new Set<string>();
    for (let step = 0; step < 40 && !seen.has('delivered'); step += 1) {
      await simulator.moveClock({ advanceMs: 200 });
      const fetched = await carrier.fetchMessage(id, options);
      if (fetched.ok && fetched.value?.status.known) seen.add(fetched.value.status.name);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['sending', 'sent', 'delivered']));
    expect(await carrier.redactMessage(id, options)).toEqual({ ok: true, value: 'redacted' });
    expect(await carrier.fetchMessage(id, options)).toMatchObject({ ok: true, value: { body: '' } });
  });

  test('to a message that failed', async () => {
    await simulator.turn({ failedRate: 1 });
    const id = await create('+12025550134');
    await simulator.turn({ failedRate: 0 });
    await simulator.moveClock({ advanceMs: 60_000 });
    expect(await carrier.fetchMessage(id, options)).toMatchObject({ ok: true, value: { errorCode: 30008 } });
  });

  test('to pictures, and to a message that is deleted', async () => {
    const mediaUrl = ['https://example.org/a.jpg', 'https://example.org/b.jpg'];
    const { sid } = await client.messages.create({ from: ourPhone, to: '+12025550135', body: 'Look', mediaUrl });
    const media = await client.messages(sid).media.list();
    expect(media).toHaveLength(2);
    const first = media[0]?.sid ?? '';
    expect((await client.messages(sid).media(first).fetch()).sid).toBe(first);
    await simulator.moveClock({ advanceMs: 60_000 });
    expect(await client.messages(sid).remove()).toBe(true);
  });

  test('to a number that is fetched and changed, and to the balance', async () => {
    const [number] = await client.incomingPhoneNumbers.list({ limit: 1 });
    const context = client.incomingPhoneNumbers(number?.sid ?? '');
    const changes = { smsUrl: 'https://relay.example.org/inbound', friendlyName: 'Autumn' };
    expect(await context.update(changes)).toMatchObject(changes);
    expect(await context.fetch()).toMatchObject(changes);
    expect((await client.balance.fetch()).currency).toBe('USD');
  });

  test('to the search, purchase, list and release of numbers', async () => {
    const found = await carrier.searchNumbers({ areaCode: '202', limit: 3 }, options);
    const phone = asE164((found.ok && found.value[0]?.phone) || '');
    const bought = await carrier.buyNumber(phone, options);
    if (!bought.ok || bought.value.kind !== 'bought') throw new Error(JSON.stringify(bought));
    expect(bought.value.number).toMatchObject({ phone, canText: true });
    expect(await carrier.listNumbers({ pageSize: 2 }, options)).toMatchObject({ ok: true });
    expect(await carrier.releaseNumber(bought.value.number.carrierId, options)).toEqual({
      ok: true,
      value: 'released',
    });
  });

  test('to an area code that is sold out', async () => {
    expect(await carrier.searchNumbers({ areaCode: '212', limit: 3 }, options)).toEqual({ ok: true, value: [] });
  });

  test('to the account and its count of numbers', async () => {
    expect(await carrier.checkAccount(options)).toMatchObject({ ok: true, value: { trial: false, numberCount: 3 } });
  });

  test('to lookups', async () => {
    expect(await carrier.lookUpPhone(asE164('+12025550123'), options)).toMatchObject({
      ok: true,
      value: { phone: '+12025550123', valid: true, countryCode: 'US' },
    });
  });
});

describe('the check itself', () => {
  test('notices a status that Twilio does not have', async () => {
    const id = await create('+12025550130');
    spoil = (text) => text.replace(/"status":\s*"\w+"/, '"status":"exploded"');
    expect(await carrier.fetchMessage(id, options)).toMatchObject({ error: { params: { httpStatus: 500 } } });
  });

  test('notices a number where Twilio writes text', async () => {
    const id = await create('+12025550131');
    spoil = (text) => text.replace(/"num_segments":\s*"(\d)"/, '"num_segments":$1');
    expect(await carrier.fetchMessage(id, options)).toMatchObject({ error: { params: { httpStatus: 500 } } });
  });

  test('notices an id that is none', async () => {
    const id = await create('+12025550132');
    spoil = (text) => text.replaceAll(`"${id}"`, '"SM1"');
    expect(await carrier.fetchMessage(id, options)).toMatchObject({ error: { params: { httpStatus: 500 } } });
  });
});
