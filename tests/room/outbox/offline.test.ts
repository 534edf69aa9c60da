import { expect, it } from 'vitest';
import { hourMs, minuteMs, openOutbox } from '../../support/outbox.ts';
import { lostRequest, turnedAway } from '../../support/scripted-carrier.ts';

it('without a line nothing is lost and nothing comes into doubt, and the status says so', async () => {
  const bench = await openOutbox();
  bench.carrier.unreachable = true;
  const ids = [1, 2, 3].map((id) => bench.sendInitial(id));
  await bench.pass(hourMs, minuteMs);
  expect(ids.map(bench.stateOf)).toEqual(['queued', 'queued', 'queued']);
  expect(await bench.outbox.readStatus()).toMatchObject({
    queued: 3,
    uncertain: 0,
    waiting: { offline: 3 },
    line: 'down',
    heldBy: { code: 'carrier/unreachable' },
  });
});

it('the line is tried by a question, never by texts', async () => {
  const bench = await openOutbox();
  bench.carrier.unreachable = true;
  for (let id = 1; id <= 10; id += 1) bench.sendInitial(id);
  await bench.pass(hourMs, minuteMs);
  expect(bench.carrier.misses.length).toBeLessThanOrEqual(8);
});

it('texts leave by themselves within half a minute of the line coming back, each once', async () => {
  const bench = await openOutbox();
  bench.carrier.unreachable = true;
  for (let id = 1; id <= 20; id += 1) bench.sendInitial(id);
  await bench.pass(20 * minuteMs, 10_000);
  bench.carrier.unreachable = false;
  await bench.pass(30_000);
  expect(bench.carrier.calls).toHaveLength(20);
  expect(new Set(bench.carrier.calls.map(({ to }) => to)).size).toBe(20);
});

it('a line that somebody else found up is used at once', async () => {
  const bench = await openOutbox();
  bench.carrier.unreachable = true;
  const messageId = bench.sendInitial(1);
  await bench.pass(5 * minuteMs, 10_000);
  bench.carrier.unreachable = false;
  bench.outbox.noteLine(true);
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('handed-over');
});

it('a line that somebody else found down gets no text', async () => {
  const bench = await openOutbox();
  bench.outbox.noteLine(false);
  bench.carrier.unreachable = true;
  bench.sendInitial(1);
  await bench.settle();
  expect(bench.carrier.misses).toEqual([]);
});

it('three calls in a row whose fate nobody can tell are taken for a line that is down', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(lostRequest, lostRequest, lostRequest);
  for (let id = 1; id <= 3; id += 1) bench.sendInitial(id);
  await bench.settle();
  expect(await bench.outbox.readStatus()).toMatchObject({ line: 'down', uncertain: 3 });
  bench.sendInitial(4);
  await bench.settle();
  expect(bench.carrier.calls).toHaveLength(3);
  await bench.pass(2_000);
  expect(bench.carrier.calls).toHaveLength(4);
});

it('a carrier that answers with a refusal to hurry is not taken for unreachable', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(turnedAway('rate', 5_000));
  bench.sendInitial(1);
  await bench.settle();
  expect(await bench.outbox.readStatus()).toMatchObject({ line: 'up' });
});
