import { expect, test } from 'vitest';
import { type Fixture, person, refusalOf, simulated } from './fixture.ts';

const oneHourMs = 3_600_000;

/** A messaging service that holds all of the account's numbers. */
async function serviceOf({ client }: Fixture): Promise<string> {
  const service = await client.messaging.v1.services.create({ friendlyName: 'Autumn' });
  for (const number of await client.incomingPhoneNumbers.list()) {
    await client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: number.sid });
  }
  return service.sid;
}

test('a service is created, listed and fetched, and holds each number once', async () => {
  const fixture = await simulated();
  const sid = await serviceOf(fixture);
  const { services } = fixture.client.messaging.v1;
  expect((await services(sid).fetch()).friendlyName).toBe('Autumn');
  expect((await services.list()).map((service) => service.sid)).toEqual([sid]);
  const [held] = await services(sid).phoneNumbers.list();
  expect(held).toMatchObject({ phoneNumber: fixture.ours, countryCode: 'US' });
  const again = services(sid).phoneNumbers.create({ phoneNumberSid: held?.sid ?? '' });
  expect(await refusalOf(again)).toMatchObject({ code: 21710 });
  await services(sid)
    .phoneNumbers(held?.sid ?? '')
    .remove();
  expect(await services(sid).phoneNumbers.list()).toEqual([]);
});

test('a text through a service is accepted without a sender, gets one, and keeps it for the contact', async () => {
  const fixture = await simulated({ numberCount: 5 });
  const { client, simulator } = fixture;
  const messagingServiceSid = await serviceOf(fixture);
  const senders = new Set<string>();
  for (let index = 0; index < 3; index += 1) {
    const created = await client.messages.create({ messagingServiceSid, to: person(1), body: `text ${index}` });
    expect(created).toMatchObject({ status: 'accepted', from: null, numSegments: '0', messagingServiceSid });
    await simulator.moveClock({ advanceMs: oneHourMs });
    const delivered = await client.messages(created.sid).fetch();
    expect(delivered).toMatchObject({ status: 'delivered', numSegments: '1' });
    senders.add(delivered.from);
  }
  expect(senders.size).toBe(1);
});

test('STOP to one number of a service counts for all of them, and fails a text later with 21610', async () => {
  const fixture = await simulated({ numberCount: 2 });
  const { client, simulator, ours } = fixture;
  const messagingServiceSid = await serviceOf(fixture);
  await simulator.write({ from: person(1), to: ours, body: 'STOP' });
  const { sid } = await client.messages.create({ messagingServiceSid, to: person(1), body: 'Hello' });
  await simulator.moveClock({ advanceMs: oneHourMs });
  expect(await client.messages(sid).fetch()).toMatchObject({ status: 'failed', errorCode: 21610 });
});

test('a STOP that comes before a scheduled text stops it, also when the clock jumps over both', async () => {
  const fixture = await simulated({ knobs: { personas: { 'stop-keyword': 1 } } });
  const { client, simulator, send } = fixture;
  const messagingServiceSid = await serviceOf(fixture);
  const { nowAt } = await simulator.clock();
  await send(person(1));
  const sendAt = new Date(nowAt + 10 * oneHourMs);
  const scheduled = { messagingServiceSid, to: person(1), body: 'Again', scheduleType: 'fixed', sendAt } as const;
  const { sid } = await client.messages.create(scheduled);
  await simulator.moveClock({ advanceMs: 48 * oneHourMs });
  const [stop] = await client.messages.list({ to: fixture.ours });
  expect(stop?.dateSent.getTime()).toBeLessThan(sendAt.getTime());
  expect(await client.messages(sid).fetch()).toMatchObject({ status: 'failed', errorCode: 21610 });
});

test('a service without numbers cannot send: 21704', async () => {
  const { client } = await simulated();
  const { sid } = await client.messaging.v1.services.create({ friendlyName: 'Empty' });
  const attempt = client.messages.create({ messagingServiceSid: sid, to: person(1), body: 'Hello' });
  expect(await refusalOf(attempt)).toEqual({ status: 400, code: 21704 });
});

test('a scheduled text waits for its time', async () => {
  const fixture = await simulated();
  const { client, simulator } = fixture;
  const messagingServiceSid = await serviceOf(fixture);
  const sendAt = new Date((await simulator.clock()).nowAt + 2 * oneHourMs);
  const scheduled = { messagingServiceSid, to: person(1), body: 'Hello', scheduleType: 'fixed', sendAt } as const;
  const { sid } = await client.messages.create(scheduled);
  await simulator.moveClock({ advanceMs: oneHourMs });
  expect((await client.messages(sid).fetch()).status).toBe('scheduled');
  await simulator.moveClock({ advanceMs: 2 * oneHourMs });
  expect((await client.messages(sid).fetch()).status).toBe('delivered');
});

test('a scheduled text is canceled before its time, and never sent', async () => {
  const fixture = await simulated();
  const { client, simulator } = fixture;
  const messagingServiceSid = await serviceOf(fixture);
  const sendAt = new Date((await simulator.clock()).nowAt + oneHourMs);
  const scheduled = { messagingServiceSid, to: person(1), body: 'Hello', scheduleType: 'fixed', sendAt } as const;
  const { sid } = await client.messages.create(scheduled);
  expect((await client.messages(sid).update({ status: 'canceled' })).status).toBe('canceled');
  await simulator.moveClock({ advanceMs: 2 * oneHourMs });
  expect(await client.messages(sid).fetch()).toMatchObject({ status: 'canceled', dateSent: null });
});

test('a schedule too near is refused, and one without a service is dropped silently', async () => {
  const fixture = await simulated();
  const { client, simulator, ours } = fixture;
  const messagingServiceSid = await serviceOf(fixture);
  const sendAt = new Date((await simulator.clock()).nowAt + 60_000);
  const near = { to: person(1), body: 'Hello', scheduleType: 'fixed', sendAt } as const;
  expect(await refusalOf(client.messages.create({ ...near, messagingServiceSid }))).toMatchObject({ code: 35114 });
  expect((await client.messages.create({ ...near, from: ours })).status).toBe('queued');
});
