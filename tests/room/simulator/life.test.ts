import { expect, test } from 'vitest';
import { person, simulated } from './fixture.ts';

const oneHourMs = 3_600_000;

test('a text is queued, sending, sent and delivered, one after the other', async () => {
  const { client, send, simulator } = await simulated();
  const { sid } = await send(person(1));
  const seen = new Set<string>(['queued']);
  for (let step = 0; step < 200; step += 1) {
    await simulator.moveClock({ advanceMs: 50 });
    seen.add((await client.messages(sid).fetch()).status);
  }
  expect([...seen]).toEqual(['queued', 'sending', 'sent', 'delivered']);
});

test('a delivered text has its date and its price', async () => {
  const { client, send, simulator } = await simulated();
  const { sid } = await send(person(1), 'a'.repeat(161));
  await simulator.moveClock({ advanceMs: oneHourMs });
  const message = await client.messages(sid).fetch();
  expect(message).toMatchObject({ status: 'delivered', price: '-0.01660', errorCode: null });
  expect(message.dateSent).toBeInstanceOf(Date);
});

test.each([
  ['undelivered', { undeliveredRate: 1 }],
  ['failed', { failedRate: 1 }],
] as const)('a text that ends as %s tells why', async (status, knobs) => {
  const { client, send, simulator } = await simulated({ knobs });
  const { sid } = await send(person(1));
  await simulator.moveClock({ advanceMs: oneHourMs });
  const message = await client.messages(sid).fetch();
  expect(message.status).toBe(status);
  expect(message.errorCode).toBeGreaterThanOrEqual(30_003);
  expect(message.errorMessage).toEqual(expect.any(String));
  expect((await simulator.counts())[status]).toBe(1);
});

test('a text to a landline is not delivered, and the lookup knew', async () => {
  const { client, send, simulator } = await simulated({ knobs: { landlineShare: 1 } });
  const lookup = await client.lookups.v2.phoneNumbers(person(1)).fetch({ fields: 'line_type_intelligence' });
  expect(lookup.lineTypeIntelligence).toMatchObject({ type: 'landline' });
  const { sid } = await send(person(1));
  await simulator.moveClock({ advanceMs: oneHourMs });
  expect(await client.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30006 });
});

test('a text stays at sent when the carrier returns no receipt', async () => {
  const { client, send, simulator } = await simulated({ knobs: { noReceiptRate: 1 } });
  const { sid } = await send(person(1));
  await simulator.moveClock({ advanceMs: oneHourMs });
  expect((await client.messages(sid).fetch()).status).toBe('sent');
});

test('a number sends its segments at its rate, one text after the other', async () => {
  const { client, send, simulator } = await simulated({ knobs: { segmentsPerSecond: 1, deliveryMs: 0 } });
  for (let index = 0; index < 5; index += 1) await send(person(index), 'a'.repeat(300));
  const delivered = async () => (await client.messages.list()).filter(({ status }) => status === 'delivered').length;
  await simulator.moveClock({ advanceMs: 3_900 });
  expect(await delivered()).toBe(2);
  await simulator.moveClock({ advanceMs: 6_000 });
  expect(await delivered()).toBe(5);
});

test('a full queue refuses with 21611 until some of it has left', async () => {
  const { send, simulator } = await simulated({ knobs: { segmentsPerSecond: 1, queueSeconds: 3 } });
  for (let index = 0; index < 3; index += 1) await send(person(index));
  await expect(send(person(3))).rejects.toMatchObject({ code: 21611 });
  await simulator.moveClock({ advanceMs: 1_000 });
  await expect(send(person(3))).resolves.toMatchObject({ status: 'queued' });
});

test('a text whose validity period ends in the queue fails with 30036 and is never sent', async () => {
  const { client, ours, send, simulator } = await simulated({ knobs: { segmentsPerSecond: 0.1 } });
  await send(person(1));
  const late = await client.messages.create({ from: ours, to: person(2), body: 'Hello', validityPeriod: 5 });
  await simulator.moveClock({ advanceMs: 6_000 });
  expect(await client.messages(late.sid).fetch()).toMatchObject({ status: 'failed', errorCode: 30036, dateSent: null });
});

test('a text that expires in the queue does not hold up those behind it', async () => {
  const { client, ours, send, simulator } = await simulated({ knobs: { segmentsPerSecond: 0.1, deliveryMs: 0 } });
  await send(person(1));
  await client.messages.create({ from: ours, to: person(2), body: 'Hello', validityPeriod: 5 });
  const { sid } = await send(person(3));
  await simulator.moveClock({ advanceMs: 9_000 });
  expect((await client.messages(sid).fetch()).status).toBe('queued');
  await simulator.moveClock({ advanceMs: 2_000 });
  expect((await client.messages(sid).fetch()).status).toBe('delivered');
});

test('a faster carrier delivers sooner', async () => {
  const { client, send, simulator } = await simulated({ speed: 1_000 });
  const { sid } = await send(person(1));
  await simulator.moveClock({ advanceMs: 100 });
  expect((await client.messages(sid).fetch()).status).toBe('delivered');
});

test('a running clock brings a text to its end by itself', async () => {
  const { client, send, simulator } = await simulated({ speed: 100 });
  await simulator.moveClock({ freeze: false });
  const { sid } = await send(person(1));
  await expect.poll(async () => (await client.messages(sid).fetch()).status, { timeout: 20_000 }).toBe('delivered');
});

test('a suspended account is refused with 20005, says so, and what it has queued fails with 30002', async () => {
  const { client, send, simulator } = await simulated();
  const { sid } = await send(person(1));
  await simulator.turn({ accountStatus: 'suspended' });
  await expect(send(person(2))).rejects.toMatchObject({ status: 403, code: 20005 });
  expect((await client.api.v2010.accounts(simulator.ready.accountSid).fetch()).status).toBe('suspended');
  await simulator.moveClock({ advanceMs: oneHourMs });
  expect(await client.messages(sid).fetch()).toMatchObject({ status: 'failed', errorCode: 30002 });
});

test('the same seed gives the same fates', async () => {
  const knobs = { undeliveredRate: 0.5 };
  const fates = async () => {
    const { client, send, simulator } = await simulated({ seed: 'summer', knobs });
    for (let index = 0; index < 12; index += 1) await send(person(index));
    await simulator.moveClock({ advanceMs: oneHourMs });
    return (await client.messages.list()).map(({ status }) => status);
  };
  const first = await fates();
  expect(await fates()).toEqual(first);
  expect(new Set(first).size).toBe(2);
});
