import { expect, it } from 'vitest';
import { minuteMs, type OutboxBench, openOutbox, tenInNewYork } from '../../support/outbox.ts';
import { testAccountId } from '../../support/scripted-carrier.ts';

function callTimes(bench: OutboxBench): number[] {
  const times: number[] = [];
  bench.carrier.onCall = () => times.push(bench.clock.nowMs() - tenInNewYork);
  return times;
}

it('a number of one segment a second begins with two texts, one of them on credit, and then sends one a second', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 1');
  const times = callTimes(bench);
  for (let id = 1; id <= 5; id += 1) bench.sendInitial(id);
  await bench.settle();
  await bench.pass(10_000, 100);
  expect(times).toHaveLength(5);
  for (const [index, at] of times.entries()) {
    expect(at).toBeGreaterThanOrEqual((index - 1) * 1_000);
    expect(at).toBeLessThan(Math.max(index - 1, 0) * 1_000 + 300);
  }
});

it('a long text leaves, and those after it wait until its segments are paid for', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 1');
  const times = callTimes(bench);
  const long = bench.sendInitial(1, 'a'.repeat(700));
  bench.sendInitial(2);
  await bench.settle();
  await bench.pass(20_000, 100);
  const { segments } = bench.row(long);
  expect(segments).toBeGreaterThan(3);
  expect(times).toHaveLength(2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual((segments - 1) * 1_000);
});

it("the account's rate holds over all numbers", async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('INSERT INTO carrier_account (account_id, segments_per_second) VALUES (?, 2)', testAccountId);
  const times = callTimes(bench);
  for (let id = 1; id <= 12; id += 1) bench.sendInitial(id);
  await bench.settle();
  await bench.pass(4_000, 100);
  expect(times.length).toBeGreaterThanOrEqual(9);
  expect(times.length).toBeLessThanOrEqual(11);
});

it('a restart sends no burst', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 1');
  const times = callTimes(bench);
  for (let id = 1; id <= 10; id += 1) bench.sendInitial(id);
  await bench.settle();
  let life = bench;
  for (let round = 0; round < 3; round += 1) {
    life = await life.restart();
    await life.pass(100, 50);
  }
  expect(times).toHaveLength(2);
  await life.pass(1_000, 100);
  expect(times).toHaveLength(3);
});

it('a wall clock that went back a day does not hold texts up for a day', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 1');
  for (let id = 1; id <= 3; id += 1) bench.sendInitial(id);
  await bench.settle();
  bench.carrier.skewMs = 24 * 60 * minuteMs;
  bench.clock.setWallClock(bench.clock.nowMs() - 24 * 60 * minuteMs);
  await bench.pass(minuteMs);
  expect(bench.carrier.calls).toHaveLength(3);
});

it('a wall clock that leaps forward looks like no rest', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 1');
  for (let id = 1; id <= 10; id += 1) bench.sendInitial(id);
  await bench.pass(100, 50);
  expect(bench.carrier.calls).toHaveLength(2);
  for (let leap = 0; leap < 3; leap += 1) {
    bench.clock.setWallClock(bench.clock.nowMs() + 1_000);
    // Whatever makes the queue look again.
    bench.sendInitial(11 + leap);
    await bench.pass(200, 50);
  }
  expect(bench.carrier.calls).toHaveLength(2);
  await bench.pass(1_000, 100);
  expect(bench.carrier.calls.length).toBeGreaterThanOrEqual(3);
});

it('a program that starts again with its clock a little ahead of the last one forgives nothing', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 1');
  const long = bench.sendInitial(1, 'a'.repeat(700));
  bench.sendInitial(2);
  await bench.pass(100, 50);
  expect(bench.row(long).segments).toBeGreaterThan(3);
  bench.clock.setWallClock(bench.clock.nowMs() + 4_000);
  const life = await bench.restart();
  await life.pass(500, 50);
  expect(bench.carrier.calls).toHaveLength(1);
});
