import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { twilioClientFor, twilioKeyClientFor } from '../../support/twilio-client.ts';
import { type Fixture, person, refusalOf, sharedSimulator, simulated } from './fixture.ts';

describe('creating a message', () => {
  test('gives a queued message in the shape that the official library reads', async () => {
    const { send, simulator, ours } = await simulated();
    const message = await send(person(1), 'Hi José');
    expect(message).toMatchObject({
      accountSid: simulator.ready.accountSid,
      from: ours,
      to: person(1),
      body: 'Hi José',
      status: 'queued',
      direction: 'outbound-api',
      numSegments: '1',
      numMedia: '0',
      price: null,
      priceUnit: 'USD',
      errorCode: null,
      errorMessage: null,
      dateSent: null,
      apiVersion: '2010-04-01',
    });
    expect(message.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(message.dateCreated.getTime()).toBe(Math.floor((await simulator.clock()).nowAt / 1_000) * 1_000);
    expect(message.uri).toBe(`/2010-04-01/Accounts/${simulator.ready.accountSid}/Messages/${message.sid}.json`);
  });

  test('counts the segments of a text that needs more than one', async () => {
    const { send } = await simulated();
    expect((await send(person(1), '€'.repeat(81))).numSegments).toBe('2');
    expect((await send(person(1), '😀'.repeat(67))).numSegments).toBe('3');
  });

  test('gives a picture message its own kind of sid and its media', async () => {
    const { client, ours } = await simulated();
    const mediaUrl = ['https://example.org/one.jpg', 'https://example.org/two.jpg'];
    const message = await client.messages.create({ from: ours, to: person(1), mediaUrl });
    expect(message.sid).toMatch(/^MM/);
    expect(message.numMedia).toBe('2');
    const media = await client.messages(message.sid).media.list();
    expect(media.map((one) => one.parentSid)).toEqual([message.sid, message.sid]);
    const [first] = media;
    expect(
      (
        await client
          .messages(message.sid)
          .media(first?.sid ?? '')
          .fetch()
      ).sid,
    ).toBe(first?.sid);
  });

  test('works with the API key as with the auth token', async () => {
    const { simulator, ours } = await simulated();
    const client = twilioKeyClientFor(simulator.ready);
    expect((await client.messages.create({ from: ours, to: person(1), body: 'Hello' })).status).toBe('queued');
  });
});

type Attempt = (fixture: Fixture) => Promise<unknown>;
const to =
  (phone: string): Attempt =>
  ({ send }) =>
    send(phone);
const from =
  (phone: string): Attempt =>
  ({ client }) =>
    client.messages.create({ from: phone, to: person(1), body: 'Hello' });
const having =
  (extra: object): Attempt =>
  ({ client, ours }) =>
    client.messages.create({ from: ours, to: person(1), body: 'Hello', ...extra });

describe('the carrier', () => {
  const shared = sharedSimulator();

  test.each<[string, number, number, Attempt]>([
    ['a phone that cannot exist', 400, 21211, to('+12020550123')],
    ['a short code as recipient', 400, 21265, to('12345')],
    ['a phone abroad', 400, 21408, to('+447700900123')],
    ['our own number as recipient', 400, 21266, ({ send, ours }) => send(ours)],
    ['no recipient', 400, 21604, to('')],
    ['a sender that is no number', 400, 21212, from('Fieldline')],
    ["a sender that is not the account's", 400, 21659, from('+12125550123')],
    ['no sender', 400, 21603, ({ client }) => client.messages.create({ to: person(1), body: 'Hello' })],
    ['an unknown messaging service', 400, 21705, having({ messagingServiceSid: `MG${'0'.repeat(32)}` })],
    ['no body and no media', 400, 21619, having({ body: '' })],
    ['a body of 1601 characters', 400, 21617, having({ body: 'a'.repeat(1_601) })],
    [
      'eleven pictures',
      400,
      21623,
      having({ mediaUrl: Array.from({ length: 11 }, () => 'https://example.org/a.jpg') }),
    ],
    ['a picture without an address', 400, 21620, having({ mediaUrl: ['picture.jpg'] })],
    ['a callback that is no URL', 400, 21609, having({ statusCallback: 'callback' })],
    ['a validity period of no time', 400, 90007, having({ validityPeriod: 0 })],
    ['a validity period over ten hours', 400, 90007, having({ validityPeriod: 36_001 })],
    ['magic: an invalid recipient', 400, 21211, to('+15005550001')],
    ['magic: a recipient that cannot be reached', 400, 21612, to('+15005550002')],
    ['magic: a recipient abroad', 400, 21408, to('+15005550003')],
    ['magic: an opted-out recipient', 400, 21610, to('+15005550004')],
    ['magic: a landline', 400, 21614, to('+15005550009')],
    ['magic: an invalid sender', 400, 21212, from('+15005550001')],
    ['magic: a sender that cannot text', 400, 21606, from('+15005550007')],
    ['magic: a full queue', 400, 21611, from('+15005550008')],
    ['an unknown message', 404, 20404, ({ client }) => client.messages(`SM${'0'.repeat(32)}`).fetch()],
  ])('refuses %s with %i and %i, and accepts nothing', async (_case, status, code, attempt) => {
    const fixture = shared();
    expect(await refusalOf(attempt(fixture))).toEqual({ status, code });
    expect((await fixture.simulator.counts()).accepted).toBe(0);
  });
});

test('refuses a wrong token with 20003, whatever is asked', async () => {
  const { simulator, ours } = await simulated();
  const stranger = twilioClientFor({ ...simulator.ready, authToken: 'f'.repeat(32) });
  expect(await refusalOf(stranger.messages.list())).toEqual({ status: 401, code: 20003 });
  const attempt = stranger.messages.create({ from: ours, to: person(1), body: 'Hello' });
  expect(await refusalOf(attempt)).toEqual({ status: 401, code: 20003 });
  expect((await simulator.counts()).accepted).toBe(0);
});

test('explains a refusal in the body that Twilio uses', async () => {
  const { simulator, ours } = await simulated();
  const { url, accountSid, authToken } = simulator.ready;
  const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    body: new URLSearchParams({ To: '+1202', From: ours, Body: 'Hello' }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    code: 21211,
    message: expect.any(String),
    more_info: 'https://www.twilio.com/docs/errors/21211',
    status: 400,
  });
});

test('survives a request whose address is none', async () => {
  const { simulator } = await simulated();
  const { hostname, port } = new URL(simulator.ready.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write('GET // HTTP/1.1\r\nhost: x\r\n\r\n'));
    socket.once('data', (data) => resolve(data.toString())).once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect((await simulator.counts()).accepted).toBe(0);
});

describe('a message that exists', () => {
  test('is redacted once it has come to its end', async () => {
    const { client, send, simulator } = await simulated();
    const { sid } = await send(person(1));
    expect(await refusalOf(client.messages(sid).update({ body: '' }))).toEqual({ status: 409, code: 20009 });
    await simulator.moveClock({ advanceMs: 60_000 });
    expect((await client.messages(sid).update({ body: '' })).body).toBe('');
    expect((await client.messages(sid).fetch()).body).toBe('');
    expect((await simulator.accepted())[0]?.body).toBe('Hello');
  });

  test('is deleted once it has come to its end, and stays in the count of what was accepted', async () => {
    const { client, send, simulator } = await simulated();
    const { sid } = await send(person(1));
    expect(await refusalOf(client.messages(sid).remove())).toEqual({ status: 409, code: 20009 });
    await simulator.moveClock({ advanceMs: 60_000 });
    await client.messages(sid).remove();
    expect(await refusalOf(client.messages(sid).fetch())).toEqual({ status: 404, code: 20404 });
    expect(await client.messages.list()).toEqual([]);
    expect((await simulator.counts()).accepted).toBe(1);
  });

  test('cannot be canceled when it was not scheduled', async () => {
    const { client, send } = await simulated();
    const { sid } = await send(person(1));
    expect(await refusalOf(client.messages(sid).update({ status: 'canceled' }))).toEqual({ status: 400, code: 30409 });
  });
});
