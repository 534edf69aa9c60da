import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../main/carrier/simulator/knobs.ts';
import { twilioClientFor } from '../../support/twilio-client.ts';
import { person, refusalOf, simulated } from './fixture.ts';

describe('each fault, as a rate of one', () => {
  test('too many requests: 429 with 20429, nothing accepted', async () => {
    const { send, simulator } = await simulated();
    await simulator.turn({ tooManyRequestsRate: 1 });
    expect(await refusalOf(send(person(1)))).toEqual({ status: 429, code: 20429 });
    expect(await simulator.counts()).toMatchObject({ accepted: 0, tooManyRequests: 1 });
  });

  test('an error before: 5xx, nothing accepted', async () => {
    const { send, simulator } = await simulated();
    await simulator.turn({ errorBeforeRate: 1 });
    expect((await refusalOf(send(person(1)))).status).toBeGreaterThanOrEqual(500);
    expect((await simulator.counts()).accepted).toBe(0);
  });

  test('an error after: 5xx, and yet accepted', async () => {
    const { send, simulator } = await simulated();
    await simulator.turn({ errorAfterRate: 1 });
    expect((await refusalOf(send(person(1)))).status).toBeGreaterThanOrEqual(500);
    expect((await simulator.counts()).accepted).toBe(1);
  });

  test('a lost answer: the connection is cut, and yet accepted', async () => {
    const { send, simulator } = await simulated();
    await simulator.turn({ lostAnswerRate: 1 });
    await expect(send(person(1))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await simulator.counts()).toMatchObject({ accepted: 1, requests: { 'messages.create': { lost: 1 } } });
  });

  test('accepting after the client is gone: nothing is there before it gives up', async () => {
    const { simulator, ours } = await simulated();
    await simulator.turn({ acceptAfterGoneRate: 1, acceptAfterGoneDelayMs: 50 });
    const impatient = twilioClientFor(simulator.ready, 500);
    const attempt = impatient.messages.create({ from: ours, to: person(1), body: 'Hello' });
    expect((await simulator.counts()).accepted).toBe(0);
    await expect(attempt).rejects.toMatchObject({ code: 'ECONNABORTED' });
    await expect.poll(async () => (await simulator.counts()).accepted, { timeout: 10_000 }).toBe(1);
  });
});

test('scripted faults strike the next creates in their order, and only those', async () => {
  const { client, send, simulator } = await simulated();
  const script: Fault[] = ['too-many-requests', 'none', 'error-after', 'lost-answer'];
  await simulator.turn({ nextFaults: script });
  await client.messages.list();
  expect(await refusalOf(send(person(1)))).toMatchObject({ status: 429 });
  await expect(send(person(2))).resolves.toMatchObject({ status: 'queued' });
  expect((await refusalOf(send(person(3)))).status).toBeGreaterThanOrEqual(500);
  await expect(send(person(4))).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(send(person(5))).resolves.toMatchObject({ status: 'queued' });
  const phones = (await simulator.accepted()).map(({ toPhone }) => toPhone);
  expect(phones).toEqual([2, 3, 4, 5].map(person));
});

test('faults on reads leave creates alone, and the other way round', async () => {
  const { client, send, simulator } = await simulated();
  await simulator.turn({ errorBeforeRate: 1, faultsOn: 'reads' });
  await expect(send(person(1))).resolves.toMatchObject({ status: 'queued' });
  await expect(client.messages.list()).rejects.toThrow();
  await simulator.turn({ faultsOn: 'creates' });
  await expect(send(person(1))).rejects.toThrow();
  await expect(client.messages.list()).resolves.toHaveLength(1);
});

test('a rate strikes as often as it says', async () => {
  const { send, simulator } = await simulated({ knobs: { errorBeforeRate: 0.3, faultsOn: 'creates' } });
  for (let index = 0; index < 200; index += 1) await send(person(index % 90)).catch(() => undefined);
  const { accepted } = await simulator.counts();
  expect(accepted).toBeGreaterThan(110);
  expect(accepted).toBeLessThan(170);
});

test('the same texts meet the same faults with the same seed, in whatever order they are sent', async () => {
  const acceptedOf = async (order: readonly number[]) => {
    const { send, simulator } = await simulated({ seed: 'storm', knobs: { errorBeforeRate: 0.5 } });
    // Twice each, because the second attempt has its own luck.
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(order.map((index) => send(person(index)).catch(() => undefined)));
    }
    return (await simulator.accepted()).map(({ toPhone }) => toPhone).sort();
  };
  const order = Array.from({ length: 20 }, (_, index) => index);
  const forwards = await acceptedOf(order);
  expect(await acceptedOf(order.toReversed())).toEqual(forwards);
  expect(forwards.length).toBeGreaterThan(5);
  expect(forwards.length).toBeLessThan(35);
});

test('429 carries Retry-After when the knob gives it seconds', async () => {
  const { simulator } = await simulated({ knobs: { retryAfterSeconds: 7 } });
  const { url, accountSid, authToken } = simulator.ready;
  await simulator.turn({ tooManyRequestsRate: 1 });
  const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` };
  const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}.json`, { headers });
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('7');
});

test('more requests at once than the limit are answered 429', async () => {
  const { send, simulator } = await simulated();
  await simulator.turn({ latencyMs: 300, concurrencyLimit: 2 });
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((index) => send(person(index))));
  const refused = outcomes.filter(({ status }) => status === 'rejected').length;
  expect(refused).toBeGreaterThan(0);
  expect(await simulator.counts()).toMatchObject({ accepted: 5 - refused, tooManyRequests: refused });
});

test('who was there before the limit was reached is served', async () => {
  const { send, simulator } = await simulated();
  await simulator.turn({ latencyMs: 2_000, concurrencyLimit: 1 });
  const first = send(person(1));
  await sleep(500);
  expect(await refusalOf(send(person(2)))).toMatchObject({ status: 429 });
  await expect(first).resolves.toMatchObject({ status: 'queued' });
});

test('it takes its port back although somebody else held it for a moment', async () => {
  const { simulator } = await simulated();
  const port = Number(new URL(simulator.ready.url).port);
  await simulator.turn({ refuseForMs: 300 });
  const squatter = createServer();
  const isTaken = () =>
    new Promise<boolean>((resolve) => {
      squatter.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
  await expect.poll(isTaken, { timeout: 5_000, interval: 5 }).toBe(true);
  await sleep(600);
  await new Promise((resolve) => squatter.close(resolve));
  await expect.poll(() => simulator.clock().catch(() => null), { timeout: 20_000 }).not.toBeNull();
});

test('while it refuses connections nobody gets in, and afterwards the same address answers', async () => {
  const { send, simulator } = await simulated();
  await simulator.turn({ refuseForMs: 1_500 });
  await expect.poll(() => send(person(1)).catch((thrown) => thrown.code), { timeout: 5_000 }).toBe('ECONNREFUSED');
  const isBack = () =>
    simulator.counts().then(
      () => true,
      () => false,
    );
  await expect.poll(isBack, { timeout: 20_000 }).toBe(true);
  await expect(send(person(2))).resolves.toMatchObject({ status: 'queued' });
});

test('it refuses connections again and again when told how often', async () => {
  const { simulator } = await simulated();
  const isBack = () =>
    simulator.counts().then(
      () => true,
      () => false,
    );
  await simulator.turn({ refuseForMs: 400, refuseEveryMs: 400 });
  for (const back of [false, true, false, true])
    await expect.poll(isBack, { timeout: 20_000, interval: 10 }).toBe(back);
});

test('with stale reads a message shows the status before its own', async () => {
  const { client, send, simulator } = await simulated();
  const { sid } = await send(person(1));
  await simulator.moveClock({ advanceMs: 3_600_000 });
  await simulator.turn({ staleStatusRate: 1 });
  expect((await client.messages(sid).fetch()).status).toBe('sent');
  expect((await client.messages.list())[0]?.status).toBe('sent');
});

test('an answer takes at least as long as the latency', async () => {
  const { send, simulator } = await simulated();
  await simulator.turn({ latencyMs: 400 });
  const beganAt = performance.now();
  await send(person(1));
  // Timers may fire a little early, never much.
  expect(performance.now() - beganAt).toBeGreaterThan(390);
});

test('a wrong knob changes nothing and is told', async () => {
  const { simulator } = await simulated();
  const before = await simulator.knobs();
  await expect(simulator.turn({ latencyMs: 5, lostAnswerRate: 2 })).rejects.toThrow('400');
  await expect(simulator.turn({ latency: 5 } as never)).rejects.toThrow('400');
  expect(await simulator.knobs()).toEqual(before);
});
