import { describe, expect, it } from 'vitest';
import { openingMarginMs } from '../../../main/outbox/hours.ts';
import { dayMs, hourMs, minuteMs, type OutboxBench, openOutbox, phoneOf, tenInNewYork } from '../../support/outbox.ts';
import { type Deed, heldAnswer, lostAnswer, lostRequest } from '../../support/scripted-carrier.ts';

async function inDoubt(deed: Deed): Promise<{ bench: OutboxBench; messageId: number }> {
  const bench = await openOutbox();
  bench.carrier.script.push(deed);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  return { bench, messageId };
}

function offer(bench: OutboxBench, message = bench.carrier.kept[0]): boolean {
  if (message === undefined) throw new Error('the carrier has nothing');
  return bench.store.write((tx) => bench.outbox.offer(tx, message));
}

describe('a lost answer', () => {
  it("is found in the carrier's list, and the text is never handed over again", async () => {
    const { bench, messageId } = await inDoubt(lostAnswer);
    await bench.pass(5 * minuteMs);
    expect(bench.row(messageId)).toMatchObject({
      state: 'handed-over',
      carrier_id: bench.carrier.kept[0]?.carrierId,
    });
    expect(bench.carrier.calls).toHaveLength(1);
    expect(bench.journalOf(messageId).slice(-2)).toEqual(['outbox/uncertain', 'outbox/handed-over']);
  });

  it('is found when the list shows the text only a minute later', async () => {
    const { bench, messageId } = await inDoubt({ ...lostAnswer, keptAfterMs: minuteMs });
    await bench.pass(10 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('is found behind a long list of later messages', async () => {
    const { bench, messageId } = await inDoubt({ ...lostAnswer, keptAfterMs: 30_000 });
    const [own] = bench.carrier.kept;
    await bench.pass(20_000);
    for (let count = 0; count < 120; count += 1) {
      const { from = null, to = null } = own ?? {};
      bench.run(
        `INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments,
           queued_at, state, carrier_id)
         VALUES ('follow-up', 1, 1, 1, 1, ?, 2, 'Known', 1, 0, 'handed-over', ?)`,
        phoneOf(1),
        bench.carrier.put({ from, to, body: 'Known' }).carrierId,
      );
    }
    await bench.pass(5 * minuteMs);
    expect(bench.row(messageId)).toMatchObject({ state: 'handed-over', carrier_id: own?.carrierId });
    expect(bench.carrier.calls).toHaveLength(1);
  });
});

describe('a lost request', () => {
  it('is repeated exactly once, after absence was proven by two lists, the last one late enough', async () => {
    const bench = await openOutbox();
    const times: number[] = [];
    bench.carrier.onCall = () => times.push(bench.clock.nowMs() - tenInNewYork);
    bench.carrier.script.push(lostRequest);
    const messageId = bench.sendInitial(1);
    await bench.pass(90_000);
    expect(bench.stateOf(messageId)).toBe('uncertain');
    await bench.pass(5 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(times).toHaveLength(2);
    expect(times[1]).toBeGreaterThan(90_000);
    expect(times[1]).toBeLessThan(2 * minuteMs);
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Hello 1']);
    expect(bench.journalOf(messageId)).toContain('outbox/returned');
  });

  it('is not taken for absent by lists that could not be read to their end', async () => {
    const bench = await openOutbox();
    bench.carrier.listScript.push(...Array.from({ length: 200 }, () => 'unreadable' as const));
    bench.carrier.script.push(lostRequest);
    const messageId = bench.sendInitial(1);
    await bench.pass(hourMs, 10_000);
    expect(bench.stateOf(messageId)).toBe('uncertain');
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('is asked about again after the carrier could not answer', async () => {
    const bench = await openOutbox();
    bench.carrier.listScript.push('faulty', 'faulty', 'faulty');
    bench.carrier.script.push(lostRequest);
    const messageId = bench.sendInitial(1);
    await bench.pass(5 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(bench.carrier.bodiesTo(phoneOf(1))).toHaveLength(1);
  });

  it('holds up its own phone only', async () => {
    const { bench, messageId } = await inDoubt(lostRequest);
    const other = bench.sendInitial(2);
    await bench.settle();
    expect([bench.stateOf(messageId), bench.stateOf(other)]).toEqual(['uncertain', 'handed-over']);
  });

  it('is not sent again to a phone that opted out meanwhile', async () => {
    const { bench, messageId } = await inDoubt(lostRequest);
    bench.optOut(1);
    await bench.pass(5 * minuteMs);
    expect(bench.row(messageId)).toMatchObject({ state: 'blocked', reason: 'opted-out' });
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('is not repeated at night', async () => {
    const bench = await openOutbox();
    await bench.pass(11 * hourMs - 2 * minuteMs, minuteMs);
    bench.carrier.script.push(lostRequest);
    const times: number[] = [];
    bench.carrier.onCall = () => times.push(bench.clock.nowMs() - tenInNewYork);
    bench.sendInitial(1);
    await bench.settle();
    await bench.pass(12 * hourMs + 4 * minuteMs, 30_000);
    expect(times).toEqual([11 * hourMs - 2 * minuteMs, 23 * hourMs + openingMarginMs]);
  });

  it('survives the wall clock being put back by a day while it is in doubt', async () => {
    const { bench, messageId } = await inDoubt(lostRequest);
    bench.carrier.skewMs = dayMs;
    bench.clock.setWallClock(bench.clock.nowMs() - dayMs);
    await bench.pass(10 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(bench.carrier.bodiesTo(phoneOf(1))).toHaveLength(1);
  });
});

describe('another program with our number', () => {
  it('does not have its older message taken for ours', async () => {
    const bench = await openOutbox();
    const other = bench.carrier.put({ from: '+12025550199', to: phoneOf(1), body: 'From elsewhere' });
    await bench.pass(minuteMs);
    bench.carrier.script.push(lostRequest);
    const messageId = bench.sendInitial(1);
    await bench.pass(5 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(bench.row(messageId).carrier_id).not.toBe(other.carrierId);
    expect(bench.carrier.calls).toHaveLength(2);
  });

  it('does not have its message to another phone taken for ours', async () => {
    const { bench, messageId } = await inDoubt(lostRequest);
    const other = bench.carrier.put({ from: '+12025550199', to: phoneOf(2), body: 'Hello 1' });
    expect(offer(bench, other)).toBe(false);
    await bench.pass(5 * minuteMs);
    expect(bench.carrier.calls).toHaveLength(2);
    expect(bench.stateOf(messageId)).toBe('handed-over');
  });
});

describe('what the sweep shows', () => {
  it('settles a text in doubt at once', async () => {
    const { bench, messageId } = await inDoubt({ ...lostAnswer, keptAfterMs: hourMs });
    expect(offer(bench)).toBe(true);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    await bench.pass(10 * minuteMs);
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('is told apart from a message whose name is known', async () => {
    const { bench } = await inDoubt({ ...lostAnswer, keptAfterMs: hourMs });
    expect(offer(bench)).toBe(true);
    expect(offer(bench)).toBe(false);
  });

  it('settles a text whose answer is still on the way, and that answer then changes nothing', async () => {
    const { bench, messageId } = await inDoubt(heldAnswer);
    expect(bench.stateOf(messageId)).toBe('sending');
    expect(offer(bench)).toBe(true);
    const settled = bench.row(messageId);
    expect(settled.state).toBe('handed-over');
    bench.carrier.release();
    await bench.settle();
    expect(bench.row(messageId)).toEqual(settled);
    expect(bench.journalOf(messageId).filter((kind) => kind === 'outbox/handed-over')).toHaveLength(1);
  });

  it.each([
    ['that it was refused', { kind: 'refused', code: 21212, httpStatus: 400, scope: 'message' }],
    ['that it was turned away', { kind: 'not-accepted', reason: 'rate' }],
    ['nothing that can be understood', { kind: 'unknown', reason: 'carrier-fault' }],
  ] as const)('stands, although the answer that comes afterwards says %s', async (_what, outcome) => {
    const { bench, messageId } = await inDoubt({ outcome, keptAfterMs: 0, held: true });
    offer(bench);
    bench.carrier.release();
    await bench.pass(5 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('handed-over');
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('lets the next text to the same phone go', async () => {
    const { bench } = await inDoubt({ ...lostAnswer, keptAfterMs: hourMs });
    bench.reply(1);
    bench.sendFollowUp(1, 'And then?');
    await bench.pass(minuteMs);
    expect(bench.carrier.calls).toHaveLength(1);
    await bench.pass(1_000);
    bench.reply(1);
    offer(bench);
    await bench.settle();
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Hello 1', 'And then?']);
  });

  it('says of a text that was withdrawn that the carrier has it after all', async () => {
    const { bench, messageId } = await inDoubt(lostRequest);
    bench.setAction('paused');
    await bench.pass(5 * minuteMs);
    expect(bench.stateOf(messageId)).toBe('queued');
    bench.setAction('ended');
    await bench.settle();
    expect(bench.stateOf(messageId)).toBe('cancelled');
    const late = bench.carrier.put({
      from: '+12025550199',
      to: phoneOf(1),
      body: 'Hello 1',
      createdAt: tenInNewYork + 1_000,
    });
    expect(offer(bench, late)).toBe(true);
    expect(bench.row(messageId)).toMatchObject({ state: 'handed-over', carrier_id: late.carrierId, reason: null });
  });

  it('is not taken for a text that never left', async () => {
    const bench = await openOutbox();
    bench.setAction('paused');
    bench.run(`UPDATE action SET state = 'published'`);
    const messageId = bench.sendInitial(1);
    bench.setAction('paused');
    await bench.settle();
    expect(offer(bench, bench.carrier.put({ from: '+12025550199', to: phoneOf(1), body: 'Hello 1' }))).toBe(false);
    expect(bench.stateOf(messageId)).toBe('queued');
  });
});
