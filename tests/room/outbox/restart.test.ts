import { expect, it } from 'vitest';
import { minuteMs, openOutbox, phoneOf } from '../../support/outbox.ts';
import { heldAnswer, lostAnswer, lostRequest } from '../../support/scripted-carrier.ts';

it('a text that was queued when the engine died leaves once', async () => {
  const bench = await openOutbox({ isEager: true });
  const messageId = bench.sendInitial(1);
  const next = await bench.restart();
  await next.pass(5 * minuteMs, 5_000);
  expect(next.stateOf(messageId)).toBe('handed-over');
  expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Hello 1']);
});

it('a text whose answer the engine did not live to hear is in doubt at the next start, and found', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(heldAnswer);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('sending');
  bench.carrier.unreachable = true;
  const next = await bench.restart();
  expect(next.stateOf(messageId)).toBe('uncertain');
  bench.carrier.unreachable = false;
  await next.pass(5 * minuteMs, 5_000);
  expect(next.row(messageId)).toMatchObject({ state: 'handed-over', carrier_id: bench.carrier.kept[0]?.carrierId });
  expect(bench.carrier.calls).toHaveLength(1);
  expect(next.journalOf(messageId)).toEqual([
    'outbox/queued',
    'outbox/sending',
    'outbox/uncertain',
    'outbox/handed-over',
  ]);
});

it('a text that was committed and never called leaves once, after its absence is proven', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push({ ...lostRequest, held: true });
  const messageId = bench.sendInitial(1);
  await bench.settle();
  const next = await bench.restart();
  await next.pass(80_000, 5_000);
  expect(next.stateOf(messageId)).toBe('uncertain');
  await next.pass(5 * minuteMs, 5_000);
  expect(next.stateOf(messageId)).toBe('handed-over');
  expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Hello 1']);
});

it.each([
  ['has it', lostAnswer],
  ['does not have it', lostRequest],
])('a text that was in doubt when the engine died leaves once, when the carrier %s', async (_what, deed) => {
  const bench = await openOutbox();
  bench.carrier.listScript.push('faulty');
  bench.carrier.script.push(deed);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('uncertain');
  const next = await bench.restart();
  await next.pass(5 * minuteMs, 5_000);
  expect(next.stateOf(messageId)).toBe('handed-over');
  expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Hello 1']);
});

it('an engine that dies again and again sends each of many texts once', async () => {
  let bench = await openOutbox();
  const { carrier } = bench;
  for (let id = 1; id <= 20; id += 1) bench.sendInitial(id);
  for (let life = 0; life < 6; life += 1) {
    carrier.script.push(heldAnswer, { outcome: 'accept' }, { ...lostRequest, held: true }, lostAnswer);
    await bench.pass(3_000, 500);
    carrier.script.splice(0);
    bench = await bench.restart();
  }
  await bench.pass(10 * minuteMs, 5_000);
  const sent = carrier.kept.map(({ to }) => to).toSorted();
  expect(sent).toEqual(Array.from({ length: 20 }, (_, index) => phoneOf(index + 1)).toSorted());
});

it('a stopped outbox hears the answers that come in time, and leaves no timer behind', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(heldAnswer, lostRequest);
  const first = bench.sendInitial(1);
  const second = bench.sendInitial(2);
  await bench.settle();
  const stopped = bench.outbox.stop();
  bench.carrier.release();
  await stopped;
  expect([bench.stateOf(first), bench.stateOf(second)]).toEqual(['handed-over', 'uncertain']);
  expect(bench.clock.pendingTimers()).toBe(0);
  bench.outbox.wake();
  bench.outbox.noteLine(false);
  bench.sendInitial(3);
  await bench.pass(minuteMs);
  expect(bench.clock.pendingTimers()).toBe(0);
  expect(bench.carrier.calls).toHaveLength(2);
});

it('a stopped outbox takes back the calls that hang, and leaves them in doubt', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(heldAnswer);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  const stopped = bench.outbox.stop();
  await bench.clock.advance(2_000);
  await stopped;
  expect(bench.stateOf(messageId)).toBe('uncertain');
});

it('an outbox that is idle sets no timer', async () => {
  const bench = await openOutbox();
  bench.sendInitial(1);
  await bench.pass(minuteMs, 1_000);
  expect(bench.clock.pendingTimers()).toBe(0);
});
