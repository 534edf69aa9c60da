import { describe, expect, it } from 'vitest';
import { minuteMs, type OutboxBench, openOutbox } from '../../support/outbox.ts';
import { heldAnswer, lostAnswer, lostRequest, refusal } from '../../support/scripted-carrier.ts';

/** All twenty texts are decided while every call ends without an understandable answer, and every list is shown. */
async function brokenCreates(calls = 500): Promise<OutboxBench> {
  const bench = await openOutbox();
  bench.carrier.script.push(...Array(calls).fill(lostRequest));
  for (let id = 1; id <= 20; id += 1) bench.sendInitial(id);
  await bench.settle();
  return bench;
}

describe('a carrier that shows its lists and takes no texts', () => {
  it('gets one text on trial after the other, more and more rarely', async () => {
    const bench = await brokenCreates();
    expect(bench.carrier.calls.length).toBeLessThanOrEqual(8);
    const before = bench.carrier.calls.length;
    const callsAt: number[] = [];
    bench.carrier.onCall = () => callsAt.push(bench.clock.monotonicMs());
    await bench.pass(10 * minuteMs);
    expect(bench.carrier.calls.length - before).toBeLessThanOrEqual(16);
    const gaps = callsAt.slice(1).map((at, index) => at - (callsAt[index] ?? 0));
    expect(gaps.slice(0, 5)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(Math.max(...gaps)).toBe(minuteMs);
  });

  it('has the texts that came into doubt proven absent all the while, because the line does not come and go', async () => {
    const bench = await brokenCreates();
    await bench.pass(5 * minuteMs);
    expect((await bench.outbox.readStatus()).uncertain).toBeLessThanOrEqual(3);
  });

  it('is told of as a fault of the carrier', async () => {
    const bench = await brokenCreates();
    await bench.pass(10_000);
    expect(await bench.outbox.readStatus()).toMatchObject({ line: 'up', heldBy: { code: 'carrier/faulty' } });
  });

  it('gets everything once a text on trial was accepted, each once', async () => {
    const bench = await brokenCreates();
    await bench.pass(10 * minuteMs);
    bench.carrier.script.splice(0);
    await bench.pass(4 * minuteMs);
    expect(bench.carrier.kept).toHaveLength(20);
    expect(new Set(bench.carrier.kept.map(({ to }) => to)).size).toBe(20);
    expect(await bench.outbox.readStatus()).toMatchObject({ queued: 0, uncertain: 0 });
  });
});

describe('a fault of the carrier', () => {
  /** Ten texts leave, the last two of them on trial. All answers are lost, and the carrier's list shows all ten. */
  async function lostAnswers(): Promise<OutboxBench> {
    const bench = await openOutbox();
    bench.carrier.script.push(...Array(10).fill(lostAnswer));
    for (let id = 1; id <= 10; id += 1) bench.sendInitial(id);
    await bench.settle();
    await bench.pass(5_000);
    return bench;
  }

  it('is told of no more, and screens hear of that, once nothing is left to go out on trial', async () => {
    const bench = await lostAnswers();
    expect(bench.carrier.calls).toHaveLength(10);
    expect((await bench.outbox.readStatus()).heldBy).toMatchObject({ code: 'carrier/faulty' });
    const before = bench.announcements();
    await bench.pass(10_000);
    expect(await bench.outbox.readStatus()).toMatchObject({ queued: 0, uncertain: 0, heldBy: null });
    expect(bench.announcements()).toBeGreaterThan(before);
  });

  it('that is told of no more still lets only one text go out first', async () => {
    const bench = await lostAnswers();
    await bench.pass(minuteMs);
    bench.carrier.script.push(heldAnswer);
    for (const id of [11, 12]) bench.sendInitial(id);
    await bench.settle();
    expect(await bench.outbox.readStatus()).toMatchObject({ sending: 1, queued: 1 });
    bench.carrier.release();
    await bench.settle();
    expect(bench.carrier.calls).toHaveLength(12);
  });
});

it('a refusal of the carrier is as good as its yes: it answers again', async () => {
  const bench = await brokenCreates(8);
  bench.carrier.script.push(refusal(21408), ...Array(3).fill(heldAnswer));
  await bench.pass(2_000);
  expect((await bench.outbox.readStatus()).sending).toBe(3);
});

it('a call without an understandable answer lets nothing follow while others are under way', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(...Array(7).fill(heldAnswer), lostAnswer);
  for (let id = 1; id <= 20; id += 1) bench.sendInitial(id);
  await bench.settle();
  expect(bench.carrier.calls).toHaveLength(8);
  bench.carrier.release();
  await bench.settle();
  expect(bench.carrier.calls).toHaveLength(20);
});
