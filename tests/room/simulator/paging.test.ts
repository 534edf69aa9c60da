import { describe, expect, test } from 'vitest';
import { type Fixture, person, sharedSimulator, simulated } from './fixture.ts';

/** Sends `count` texts, a second apart, and gives their bodies, newest first. */
async function sendSome({ send, simulator }: Fixture, count: number): Promise<string[]> {
  const bodies: string[] = [];
  for (let index = 0; index < count; index += 1) {
    bodies.unshift(`text ${index}`);
    await send(person(index), `text ${index}`);
    await simulator.moveClock({ advanceMs: 1_000 });
  }
  return bodies;
}

describe('a list', () => {
  const shared = sharedSimulator();

  test.each(['PageSize=0', 'PageSize=1001', 'Page=1', 'PageToken=PASM123', 'DateSent=yesterday'])(
    'refuses %s',
    async (query) => {
      await expect(bodiesOf(shared(), query)).rejects.toThrow('400');
    },
  );
});

describe('the list of messages', () => {
  test('is newest first and complete when its pages are followed', async () => {
    const fixture = await simulated();
    const bodies = await sendSome(fixture, 7);
    const listed = await fixture.client.messages.list({ pageSize: 3 });
    expect(listed.map(({ body }) => body)).toEqual(bodies);
  });

  test('tells where a page stands and leads back as well as on', async () => {
    const fixture = await simulated();
    const bodies = await sendSome(fixture, 5);
    const first = await fixture.client.messages.page({ pageSize: 2 });
    const second = await first.nextPage();
    expect(second?.instances.map(({ body }) => body)).toEqual(bodies.slice(2, 4));
    const again = await second?.previousPage();
    expect(again?.instances.map(({ body }) => body)).toEqual(bodies.slice(0, 2));
    const third = await second?.nextPage();
    expect(third?.instances.map(({ body }) => body)).toEqual(bodies.slice(4));
    expect(third?.nextPageUrl).toBeUndefined();
  });

  test('keeps its filters from page to page', async () => {
    const fixture = await simulated();
    for (let index = 0; index < 6; index += 1) await fixture.send(person(index % 2), `text ${index}`);
    const listed = await fixture.client.messages.list({ to: person(1), from: fixture.ours, pageSize: 1 });
    expect(listed.map(({ body }) => body)).toEqual(['text 5', 'text 3', 'text 1']);
  });

  test('filters by the date of sending, bounds included, and leaves out what has none', async () => {
    const fixture = await simulated({ knobs: { deliveryMs: 0 } });
    await fixture.simulator.moveClock({ setTo: Date.UTC(2026, 10, 3, 12, 0, 0) });
    await sendSome(fixture, 5);
    await fixture.simulator.turn({ deliveryMs: 600_000 });
    await fixture.send(person(9), 'still in the queue');
    const second = (at: number): Date => new Date(Date.UTC(2026, 10, 3, 12, 0, at));
    const between = await fixture.client.messages.list({ dateSentAfter: second(1), dateSentBefore: second(3) });
    expect(between.map(({ body }) => body)).toEqual(['text 3', 'text 2', 'text 1']);
    expect((await fixture.client.messages.list({ dateSentAfter: second(0) })).length).toBe(5);
  });

  test('takes a date without time for the whole day', async () => {
    const fixture = await simulated({ knobs: { deliveryMs: 0 } });
    await fixture.simulator.moveClock({ setTo: Date.UTC(2026, 10, 3, 23, 59, 58) });
    await sendSome(fixture, 4);
    const on = (query: string) => bodiesOf(fixture, query);
    expect(await on('DateSent=2026-11-03')).toEqual(['text 1', 'text 0']);
    expect(await on('DateSent%3E=2026-11-04')).toEqual(['text 3', 'text 2']);
    expect(await on('DateSent%3C=2026-11-03')).toEqual(['text 1', 'text 0']);
  });

  test('goes on after a message that was deleted between two pages', async () => {
    const fixture = await simulated({ knobs: { deliveryMs: 0 } });
    const bodies = await sendSome(fixture, 4);
    const first = await fixture.client.messages.page({ pageSize: 2 });
    await fixture.client.messages(first.instances[1]?.sid ?? '').remove();
    const second = await first.nextPage();
    expect(second?.instances.map(({ body }) => body)).toEqual(bodies.slice(2));
  });

  test('does not repeat anything when messages arrive between two pages', async () => {
    const fixture = await simulated();
    const bodies = await sendSome(fixture, 4);
    const first = await fixture.client.messages.page({ pageSize: 2 });
    await fixture.simulator.write({ from: person(8), to: fixture.ours, body: 'Hi' });
    const second = await first.nextPage();
    expect(second?.instances.map(({ body }) => body)).toEqual(bodies.slice(2));
  });
});

test('with strangers between pages, the pages shift and repeat messages, and none is missed', async () => {
  const fixture = await simulated();
  const bodies = await sendSome(fixture, 6);
  await fixture.simulator.turn({ strangersBetweenPages: 1 });
  const listed = await fixture.client.messages.list({ pageSize: 2 });
  const ourBodies = listed.filter(({ direction }) => direction === 'outbound-api').map(({ body }) => body);
  expect(ourBodies.length).toBeGreaterThan(bodies.length);
  expect([...new Set(ourBodies)]).toEqual(bodies);
  expect((await fixture.simulator.counts()).replies).toBeGreaterThan(0);
});

test('with late lists, a message is fetched at once and listed up to so much later', async () => {
  const fixture = await simulated({ knobs: { listLatenessMs: 60_000 } });
  const sids: string[] = [];
  for (let index = 0; index < 8; index += 1) sids.push((await fixture.send(person(index))).sid);
  const early = (await fixture.client.messages.list()).length;
  expect(early).toBeLessThan(8);
  for (const sid of sids) expect((await fixture.client.messages(sid).fetch()).sid).toBe(sid);
  await fixture.simulator.moveClock({ advanceMs: 60_000 });
  expect((await fixture.client.messages.list()).length).toBe(8);
});

async function bodiesOf({ simulator }: Fixture, query: string): Promise<string[]> {
  const { url, accountSid, authToken } = simulator.ready;
  const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json?${query}`, {
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
  });
  if (!response.ok) throw new Error(String(response.status));
  return ((await response.json()) as { messages: { body: string }[] }).messages.map(({ body }) => body);
}
