import fc from 'fast-check';
import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { signatureOf } from '../../../main/carrier/simulator/signature.ts';
import { type Fixture, person, simulated } from './fixture.ts';
import { type Received, startReceiver } from './receiver.ts';

const oneHourMs = 3_600_000;

function isSigned(authToken: string, { url, headers, params, method }: Received): boolean {
  return twilio.validateRequest(authToken, String(headers['x-twilio-signature']), url, method === 'GET' ? {} : params);
}

/** Whether a later status of the same message came before. */
function overtook({ params }: Received, before: readonly Received[]): boolean {
  const rankOf = (status = ''): number => ['sending', 'sent', 'delivered'].indexOf(status);
  return before.some(
    (other) =>
      other.params['MessageSid'] === params['MessageSid'] &&
      rankOf(other.params['MessageStatus']) > rankOf(params['MessageStatus']),
  );
}

/** Sends one text that is delivered, and waits for so many status callbacks. */
async function callbacks(fixture: Fixture, count: number): Promise<Received[]> {
  const { client, ours, simulator } = fixture;
  const { baseUrl, received } = await startReceiver();
  const statusCallback = `${baseUrl}/status?campaign=autumn`;
  await client.messages.create({ from: ours, to: person(1), body: 'Hello', statusCallback });
  await simulator.moveClock({ advanceMs: oneHourMs });
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(count);
  return received;
}

describe('status callbacks', () => {
  test('tell every status but the first, signed so that the official library accepts them', async () => {
    const fixture = await simulated();
    const received = await callbacks(fixture, 3);
    const { authToken, accountSid } = fixture.simulator.ready;
    expect(received.map(({ params }) => params['MessageStatus'])).toEqual(['sending', 'sent', 'delivered']);
    expect(received.every((one) => isSigned(authToken, one))).toBe(true);
    expect(received.some((one) => isSigned(fixture.simulator.ready.apiKeySecret, one))).toBe(false);
    expect(received[0]?.params).toMatchObject({ AccountSid: accountSid, From: fixture.ours, To: person(1) });
    const delivered = received.find(({ params }) => params['MessageStatus'] === 'delivered');
    expect(delivered?.params['RawDlrDoneDate']).toMatch(/^\d{10}$/);
  });

  test('tell the code of a failure', async () => {
    const received = await callbacks(await simulated({ knobs: { failedRate: 1 } }), 1);
    expect(received[0]?.params).toMatchObject({ MessageStatus: 'failed', ErrorCode: '30008' });
  });

  test('come twice when they are repeated', async () => {
    const received = await callbacks(await simulated({ knobs: { callbackRepeatRate: 1 } }), 6);
    const statuses = received.map(({ params }) => params['MessageStatus']);
    expect(statuses).toEqual(['sending', 'sending', 'sent', 'sent', 'delivered', 'delivered']);
  });

  test.each([
    ['in the order of the statuses', 0],
    ['out of it when they are shuffled', 0.5],
  ])('come %s', async (_case, callbackShuffleRate) => {
    const { client, ours, simulator } = await simulated({ seed: 'shuffle', knobs: { callbackShuffleRate } });
    const { baseUrl, received } = await startReceiver();
    for (let index = 0; index < 20; index += 1) {
      const statusCallback = `${baseUrl}/status`;
      await client.messages.create({ from: ours, to: person(index), body: 'Hello', statusCallback });
    }
    await simulator.moveClock({ advanceMs: oneHourMs });
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(60);
    expect(received.some((one, index) => overtook(one, received.slice(0, index)))).toBe(callbackShuffleRate > 0);
  });

  test('are not retried after an error, as by default at Twilio', async () => {
    const fixture = await simulated();
    const { client, ours, simulator } = fixture;
    const { baseUrl, received } = await startReceiver();
    await client.messages.create({ from: ours, to: person(1), body: 'Hello', statusCallback: `${baseUrl}/500` });
    await simulator.moveClock({ advanceMs: oneHourMs });
    await expect.poll(async () => (await simulator.counts()).webhooks.failed, { timeout: 20_000 }).toBe(3);
    expect(received.length).toBe(3);
  });

  test('go through no proxy that the environment names', async () => {
    const proxy = await startReceiver();
    const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy.baseUrl, http_proxy: proxy.baseUrl, NO_PROXY: '' };
    await callbacks(await simulated({ env: { ...env, no_proxy: '' } }), 3);
    expect(proxy.connections()).toBe(0);
  });

  test('never leave the machine', async () => {
    const { client, ours, simulator } = await simulated();
    const statusCallback = 'https://callbacks.example.org/status';
    await client.messages.create({ from: ours, to: person(1), body: 'Hello', statusCallback });
    await simulator.moveClock({ advanceMs: oneHourMs });
    expect((await simulator.counts()).webhooks).toEqual({ delivered: 0, failed: 0, skipped: 3 });
  });
});

describe('the webhook of an inbound text', () => {
  async function writeTo(path: string, settings: Record<string, string> = {}) {
    const fixture = await simulated();
    const receiver = await startReceiver();
    const [number] = await fixture.client.incomingPhoneNumbers.list();
    const smsFallbackUrl = `${receiver.baseUrl}/fallback`;
    const changes = { smsUrl: receiver.baseUrl + path, smsFallbackUrl, ...settings };
    await fixture.client.incomingPhoneNumbers(number?.sid ?? '').update(changes);
    const written = await fixture.simulator.write({ from: person(1), to: fixture.ours, body: 'Sí, ¿cuándo? 👍' });
    return { fixture, receiver, written };
  }

  test('carries the text, signed', async () => {
    const { fixture, receiver, written } = await writeTo('/inbound');
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
    const [call] = receiver.received as [Received];
    expect(call.params).toMatchObject({
      MessageSid: written.sid,
      SmsSid: written.sid,
      SmsStatus: 'received',
      From: person(1),
      To: fixture.ours,
      Body: 'Sí, ¿cuándo? 👍',
      NumSegments: '1',
      NumMedia: '0',
    });
    expect(isSigned(fixture.simulator.ready.authToken, call)).toBe(true);
    expect(call.headers['i-twilio-idempotency-token']).toBeDefined();
  });

  test('is a GET with a signed URL when the number says so', async () => {
    const { fixture, receiver } = await writeTo('/inbound', { smsMethod: 'GET' });
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
    const [call] = receiver.received as [Received];
    expect(call.method).toBe('GET');
    expect(new URL(call.url).searchParams.get('From')).toBe(person(1));
    expect(isSigned(fixture.simulator.ready.authToken, call)).toBe(true);
  });

  test('goes to the fallback by the method of the fallback', async () => {
    const { fixture, receiver } = await writeTo('/500', { smsFallbackMethod: 'GET' });
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2);
    const [first, second] = receiver.received as [Received, Received];
    expect([first.method, second.method]).toEqual(['POST', 'GET']);
    expect(isSigned(fixture.simulator.ready.authToken, second)).toBe(true);
  });

  test('goes to the fallback when it is answered with an error', async () => {
    const { receiver } = await writeTo('/500');
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2);
    expect(receiver.received[1]?.url).toMatch(/fallback$/);
    expect(receiver.received[1]?.params).toMatchObject({ ErrorCode: '11200' });
  });
});

describe('the signature', () => {
  test('is the one that is published as an example', () => {
    const params = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+12349013030',
      Digits: '1234',
      From: '+12349013030',
      To: '+18005551212',
    });
    const signature = signatureOf('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', params);
    expect(signature).toBe('0/KCTR6DLpKmkAf8muzZqo1nDgQ=');
  });

  test('is accepted by the official library for any form, and for no other token', () => {
    const form = fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(form, fc.stringMatching(/^[0-9a-f]{1,32}$/), (fields, token) => {
        const url = 'http://127.0.0.1:8080/status?a=1';
        const signature = signatureOf(token, url, new URLSearchParams(fields));
        expect(twilio.validateRequest(token, signature, url, fields)).toBe(true);
        expect(twilio.validateRequest(`${token}x`, signature, url, fields)).toBe(false);
      }),
    );
  });
});
