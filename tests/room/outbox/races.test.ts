import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, openOutbox, phoneOf } from '../../support/outbox.ts';
import { heldAnswer, lostRequest } from '../../support/scripted-carrier.ts';

describe('an engine that is stopped between its commit and its call', () => {
  it('does not call any more, because another may have succeeded it', async () => {
    const bench = await openOutbox();
    bench.freezeAtCommit(6_000);
    const messageId = bench.sendInitial(1);
    const atCall: string[] = [];
    bench.carrier.onCall = () => atCall.push(...bench.journalOf(messageId));
    await bench.settle();
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(atCall).toEqual(['outbox/queued', 'outbox/sending', 'outbox/returned', 'outbox/sending']);
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('does not call when the computer slept in between, because it may be night', async () => {
    const bench = await openOutbox();
    // From ten in the morning until two at night.
    bench.sleepAtCommit(16 * hourMs);
    const messageId = bench.sendInitial(1);
    await bench.settle();
    expect(bench.carrier.calls).toHaveLength(0);
    expect(bench.journalOf(messageId)).toEqual(['outbox/queued', 'outbox/sending', 'outbox/returned']);
    await bench.pass(minuteMs);
    expect(bench.stateOf(messageId)).toBe('queued');
    expect(bench.carrier.calls).toHaveLength(0);
  });

  it('calls after a commit that was only slow', async () => {
    const bench = await openOutbox();
    bench.freezeAtCommit(3_000);
    const messageId = bench.sendInitial(1);
    await bench.settle();
    expect(bench.journalOf(messageId)).toEqual(['outbox/queued', 'outbox/sending', 'outbox/handed-over']);
  });
});

describe('a store that takes no changes', () => {
  it('gets the answer when it takes them again, without a second call', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(heldAnswer);
    const messageId = bench.sendInitial(1);
    await bench.settle();
    bench.disk.fill();
    bench.carrier.release();
    await bench.pass(3 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('sending');
    bench.disk.free();
    await bench.settle();
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(bench.carrier.calls).toHaveLength(1);
    expect(bench.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('lets no text leave, and lets all of them go when it takes changes again', async () => {
    const bench = await openOutbox({ isEager: true });
    const ids = [1, 2, 3].map((id) => bench.sendInitial(id));
    bench.disk.fill();
    await bench.pass(3 * minuteMs);
    expect(bench.carrier.calls).toEqual([]);
    bench.disk.free();
    await bench.settle();
    expect(ids.map(bench.stateOf)).toEqual(ids.map(() => 'handed-over'));
    expect(bench.carrier.calls).toHaveLength(3);
  });

  it('settles what is in doubt when it takes changes again', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(lostRequest);
    const messageId = bench.sendInitial(1);
    await bench.settle();
    bench.disk.fill();
    await bench.pass(10 * minuteMs, 5_000);
    bench.disk.free();
    await bench.pass(minuteMs);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(bench.carrier.bodiesTo(phoneOf(1))).toHaveLength(1);
  });

  it('at the start does not keep the engine from starting, and what was in the air is put in doubt later', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(heldAnswer);
    const messageId = bench.sendInitial(1);
    await bench.settle();
    await bench.die();
    const next = await openOutbox({ ...bench, startsFull: true });
    await next.pass(minuteMs);
    expect(next.stateOf(messageId)).toBe('sending');
    next.disk.free();
    await next.pass(minuteMs);
    expect(next.stateOf(messageId)).toBe('handed-over');
    expect(bench.carrier.calls).toHaveLength(1);
  });
});

it('an opt-out that is committed while the call is under way does not disturb the answer', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(heldAnswer);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  bench.optOut(1);
  expect(bench.stateOf(messageId)).toBe('sending');
  bench.carrier.release();
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('handed-over');
});

it('a rolled back Enter leaves no trace in what the dispatcher looks at', async () => {
  const bench = await openOutbox();
  try {
    bench.store.write((tx) => {
      bench.outbox.queueInitial(tx, { assignmentId: 1, userId: 1, text: 'Hello' });
      throw new Error('rolled back');
    });
  } catch {
    // That is what the test is about.
  }
  await bench.pass(hourMs, minuteMs);
  expect(bench.clock.pendingTimers()).toBe(0);
});
