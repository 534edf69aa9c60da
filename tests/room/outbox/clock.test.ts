import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { dayMs, hourMs, minuteMs, openOutbox, tenInNewYork } from '../../support/outbox.ts';
import { scriptedCarrier } from '../../support/scripted-carrier.ts';

describe('before the carrier has told its time', () => {
  it('no text leaves, although the line is known to be up', async () => {
    const clock = settableClock({ startAt: tenInNewYork });
    const carrier = scriptedCarrier(clock);
    carrier.keepsTimeToItself = true;
    const bench = await openOutbox({ clock, carrier });
    bench.outbox.noteLine(true);
    const messageId = bench.sendInitial(1);
    await bench.pass(5 * minuteMs);
    expect(bench.carrier.calls).toEqual([]);
    expect(bench.stateOf(messageId)).toBe('queued');
    carrier.keepsTimeToItself = false;
    await bench.pass(10_000);
    expect(bench.stateOf(messageId)).toBe('handed-over');
  });

  it('a time that somebody else heard is enough', async () => {
    const clock = settableClock({ startAt: tenInNewYork });
    const carrier = scriptedCarrier(clock);
    carrier.keepsTimeToItself = true;
    const bench = await openOutbox({ clock, carrier });
    const messageId = bench.sendInitial(1);
    await bench.settle();
    const facts = { wallAt: clock.nowMs(), monotonicMs: clock.monotonicMs() };
    bench.outbox.noteServerTime({ serverAt: clock.nowMs(), sent: facts, received: facts });
    await bench.pass(5_000);
    expect(bench.stateOf(messageId)).toBe('handed-over');
  });
});

it.each([
  ['forward by a day', dayMs],
  ['back by a day', -dayMs],
  ['forward by half a day', dayMs / 2],
  ['back by half a day', -dayMs / 2],
])(
  'a wall clock that is set %s during work makes texts wait until the carrier has told its time',
  async (_what, ms) => {
    const bench = await openOutbox();
    await bench.pass(minuteMs);
    bench.carrier.unreachable = true;
    bench.outbox.noteLine(true);
    bench.clock.setWallClock(bench.clock.nowMs() + ms);
    bench.carrier.skewMs = -ms;
    bench.sendInitial(1);
    await bench.settle();
    expect(bench.carrier.calls).toEqual([]);
    expect(bench.carrier.misses).toEqual([]);
    bench.carrier.unreachable = false;
    await bench.pass(minuteMs);
    expect(bench.carrier.calls).toHaveLength(1);
  },
);

it('the status says that the clock cannot be trusted while the line is up and the carrier keeps its time to itself', async () => {
  const bench = await openOutbox();
  bench.carrier.keepsTimeToItself = true;
  bench.clock.setWallClock(bench.clock.nowMs() + dayMs);
  bench.sendInitial(1);
  await bench.pass(minuteMs);
  expect(bench.carrier.calls).toEqual([]);
  expect(await bench.outbox.readStatus()).toMatchObject({ queued: 1, heldBy: { code: 'outbox/clock-unsure' } });
});

it("at the contact's true night nothing leaves, although our wall clock shows noon", async () => {
  const clock = settableClock({ startAt: tenInNewYork + 2 * hourMs });
  const carrier = scriptedCarrier(clock);
  carrier.skewMs = 12 * hourMs;
  const bench = await openOutbox({ clock, carrier });
  bench.sendInitial(1);
  await bench.pass(8 * hourMs, minuteMs);
  expect(carrier.calls).toEqual([]);
  await bench.pass(hourMs + minuteMs, minuteMs);
  expect(carrier.calls).toHaveLength(1);
});

it('a carrier whose clock is ten minutes ahead is believed: texts stop ten minutes earlier by ours', async () => {
  const clock = settableClock({ startAt: tenInNewYork });
  const carrier = scriptedCarrier(clock);
  carrier.skewMs = 10 * minuteMs;
  const bench = await openOutbox({ clock, carrier });
  await bench.pass(10 * hourMs + 45 * minuteMs, minuteMs);
  bench.sendInitial(1);
  await bench.settle();
  expect(carrier.calls).toHaveLength(1);
  await bench.pass(5 * minuteMs, minuteMs);
  bench.sendInitial(2);
  await bench.pass(hourMs, minuteMs);
  expect(carrier.calls).toHaveLength(1);
  const validityEndsAt = tenInNewYork + 10 * hourMs + 45 * minuteMs + (carrier.calls[0]?.validitySeconds ?? 0) * 1_000;
  expect(validityEndsAt).toBeLessThan(tenInNewYork + 10 * hourMs + 50 * minuteMs);
});

it('a lost text is found at a carrier whose clock is ten minutes ahead', async () => {
  const clock = settableClock({ startAt: tenInNewYork });
  const carrier = scriptedCarrier(clock);
  carrier.skewMs = 10 * minuteMs;
  const bench = await openOutbox({ clock, carrier });
  carrier.script.push({ outcome: { kind: 'unknown', reason: 'timeout' }, keptAfterMs: 0 });
  const messageId = bench.sendInitial(1);
  await bench.pass(5 * minuteMs, 5_000);
  expect(bench.stateOf(messageId)).toBe('handed-over');
  expect(carrier.calls).toHaveLength(1);
});
