import { describe, expect, test } from 'vitest';
import type { PersonaName } from '../../../main/carrier/simulator/personas.ts';
import { type Fixture, person, sharedSimulator, simulated } from './fixture.ts';

const oneDayMs = 86_400_000;

/** Everybody is of one kind, and writes English. */
const all = (persona: PersonaName) => ({ personas: { [persona]: 1 }, spanishShare: 0 });

async function repliesTo(fixture: Fixture, phone: string): Promise<string[]> {
  const listed = await fixture.client.messages.list({ from: phone, to: fixture.ours });
  return listed.map(({ body }) => body).reverse();
}

test('a contact answers the first text, and a follow-up once more, and then no more', async () => {
  const fixture = await simulated({ knobs: all('yes') });
  const heard: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await fixture.send(person(1), `text ${round}`);
    await fixture.simulator.moveClock({ advanceMs: 2 * oneDayMs });
    heard.push((await repliesTo(fixture, person(1))).length);
  }
  expect(heard).toEqual([1, 2, 2]);
});

test('a reply is an inbound message that was received after our text was delivered', async () => {
  const { client, ours, send, simulator } = await simulated({ knobs: all('no') });
  const { sid } = await send(person(1));
  await simulator.moveClock({ advanceMs: 2 * oneDayMs });
  const [reply] = await client.messages.list({ to: ours });
  const text = await client.messages(sid).fetch();
  expect(reply).toMatchObject({
    direction: 'inbound',
    status: 'received',
    from: person(1),
    to: ours,
    numSegments: '1',
  });
  expect(reply?.dateSent.getTime()).toBeGreaterThanOrEqual(text.dateUpdated.getTime());
});

test('a silent contact never answers, nor does one whom no text has reached', async () => {
  const silent = await simulated({ knobs: all('silent') });
  const away = await simulated({ knobs: { ...all('yes'), undeliveredRate: 1 } });
  for (const fixture of [silent, away]) {
    await fixture.send(person(1));
    await fixture.simulator.moveClock({ advanceMs: 2 * oneDayMs });
    expect((await fixture.simulator.counts()).replies).toBe(0);
  }
});

test('slow contacts take longer than others', async () => {
  const answered = async (persona: PersonaName): Promise<number> => {
    const fixture = await simulated({ knobs: all(persona) });
    for (let index = 0; index < 20; index += 1) await fixture.send(person(index));
    await fixture.simulator.moveClock({ advanceMs: 900_000 });
    return (await fixture.simulator.counts()).replies;
  };
  expect(await answered('slow')).toBeLessThan(10);
  expect(await answered('yes')).toBeGreaterThan(15);
});

test('contacts answer as soon as the knob says, and in Spanish as often as it says', async () => {
  const fixture = await simulated({ knobs: { ...all('wrong-number'), replyMs: 0, deliveryMs: 0, spanishShare: 1 } });
  await fixture.send(person(1));
  await fixture.simulator.moveClock({ advanceMs: 1 });
  expect((await repliesTo(fixture, person(1)))[0]).toMatch(/Número equivocado|Se equivocó/);
});

test('who a contact is follows from the seed and the phone, in whatever order they are texted', async () => {
  const conversations = async (seed: string, order: readonly number[]) => {
    const fixture = await simulated({ seed });
    await fixture.simulator.turn({ personas: { yes: 1, no: 1, question: 1, abuse: 1 } });
    for (const index of order) await fixture.send(person(index));
    await fixture.simulator.moveClock({ advanceMs: 2 * oneDayMs });
    return Promise.all([0, 1, 2, 3, 4, 5].map((index) => repliesTo(fixture, person(index))));
  };
  const forwards = await conversations('a', [0, 1, 2, 3, 4, 5]);
  expect(await conversations('a', [5, 4, 3, 2, 1, 0])).toEqual(forwards);
  expect(await conversations('b', [0, 1, 2, 3, 4, 5])).not.toEqual(forwards);
});

describe('a contact who writes', () => {
  const shared = sharedSimulator();
  let last = 0;
  /** Somebody whom no other of these tests knows. */
  function somebody(): string {
    last += 1;
    return person(last);
  }

  test.each(['STOP', 'stop', ' Unsubscribe ', 'QUIT', 'cancel', 'End', 'STOPALL', 'revoke', 'OptOut'])(
    '"%s" is blocked at the carrier: 21610',
    async (body) => {
      const { ours, send, simulator } = shared();
      const contact = somebody();
      const { optOuts } = await simulator.counts();
      await simulator.write({ from: contact, to: ours, body });
      await expect(send(contact)).rejects.toMatchObject({ status: 400, code: 21610 });
      expect(await simulator.accepted(contact)).toEqual([]);
      expect((await simulator.counts()).optOuts).toBe(optOuts + 1);
    },
  );

  test.each(['STOP please', 'Stop!', 'opt out', 'remove', 'quítame de la lista', 'ALTO', "don't stop", 'HELP'])(
    '"%s" is not: the carrier knows single words only',
    async (body) => {
      const { ours, send, simulator } = shared();
      const contact = somebody();
      await simulator.write({ from: contact, to: ours, body });
      await expect(send(contact)).resolves.toMatchObject({ status: 'queued' });
    },
  );

  test.each(['START', 'unstop', 'Yes'])('"%s" after STOP is texted again', async (body) => {
    const { ours, send, simulator } = shared();
    const contact = somebody();
    const { optOuts } = await simulator.counts();
    await simulator.write({ from: contact, to: ours, body: 'STOP' });
    await expect(send(contact)).rejects.toMatchObject({ code: 21610 });
    await simulator.write({ from: contact, to: ours, body });
    await expect(send(contact)).resolves.toMatchObject({ status: 'queued' });
    expect((await simulator.counts()).optOuts).toBe(optOuts);
  });

  test('"Yes" takes back a STOP, and nothing that was asked in words', async () => {
    const { ours, send, simulator } = await simulated();
    await simulator.write({ from: person(1), to: ours, body: 'please stop texting me', optOut: true });
    await simulator.write({ from: person(1), to: ours, body: 'Yes' });
    await send(person(1));
    expect(await simulator.counts()).toMatchObject({ optOuts: 1, acceptedAfterOptOut: 1 });
  });

  test('a text that is accepted at the very instant of an opt-out, after it, is counted', async () => {
    const { ours, send, simulator } = await simulated();
    await send(person(1), 'before');
    await simulator.write({ from: person(1), to: ours, body: 'no more texts', optOut: true });
    expect((await simulator.counts()).acceptedAfterOptOut).toBe(0);
    await send(person(1), 'after');
    expect((await simulator.counts()).acceptedAfterOptOut).toBe(1);
    expect((await simulator.counts(1)).acceptedAfterOptOut).toBe(0);
  });

  test('STOP to one of our numbers is not blocked for another, but counted when texted from there', async () => {
    const { client, ours, simulator } = await simulated({ numberCount: 2 });
    const other = (await client.incomingPhoneNumbers.list())
      .map(({ phoneNumber }) => phoneNumber)
      .find((phone) => phone !== ours);
    await simulator.write({ from: person(1), to: ours, body: 'STOP' });
    await simulator.moveClock({ advanceMs: 10_000 });
    await client.messages.create({ from: other ?? '', to: person(1), body: 'Hello' });
    expect((await simulator.counts()).acceptedAfterOptOut).toBe(1);
    expect((await simulator.counts(10_000)).acceptedAfterOptOut).toBe(0);
    const [accepted] = await simulator.accepted(person(1));
    expect(accepted?.acceptedAt).toBe((accepted?.optedOutAt ?? 0) + 10_000);
  });
});

test('contacts who ask in other words are counted as opted out, though the carrier lets texts through', async () => {
  const { send, simulator } = await simulated({ knobs: { personas: { 'stop-in-words': 1 }, spanishShare: 0.5 } });
  for (let index = 0; index < 10; index += 1) await send(person(index));
  await simulator.moveClock({ advanceMs: 2 * oneDayMs });
  expect(await simulator.counts()).toMatchObject({ replies: 10, optOuts: 10, acceptedAfterOptOut: 0 });
  await send(person(3), 'Again');
  expect((await simulator.counts()).acceptedAfterOptOut).toBe(1);
});

test('contacts who write a keyword are blocked by it', async () => {
  const { send, simulator } = await simulated({ knobs: { personas: { 'stop-keyword': 1 } } });
  await send(person(1));
  await simulator.moveClock({ advanceMs: 2 * oneDayMs });
  await expect(send(person(1))).rejects.toMatchObject({ code: 21610 });
});

test('an ordinary day has answers of many kinds', async () => {
  const fixture = await simulated({
    knobs: { personas: { yes: 3, no: 2, question: 2, abuse: 1, silent: 2, 'stop-keyword': 1 } },
  });
  for (let index = 0; index < 60; index += 1) await fixture.send(person(index));
  await fixture.simulator.moveClock({ advanceMs: 2 * oneDayMs });
  const replies = (await fixture.client.messages.list({ to: fixture.ours })).map(({ body }) => body);
  expect(replies.length).toBeGreaterThan(30);
  expect(replies.length).toBeLessThan(60);
  expect(new Set(replies).size).toBeGreaterThan(8);
});
