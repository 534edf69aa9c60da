import { expect, it } from 'vitest';
import { noteReceived } from '../../../main/contacts/index.ts';
import { openingMarginMs } from '../../../main/outbox/hours.ts';
import { dayMs, hourMs, minuteMs, type OutboxBench, openOutbox, phoneOf, tenInNewYork } from '../../support/outbox.ts';

const nineTomorrow = tenInNewYork + dayMs - hourMs;

/** Texts that are decided and cannot leave yet, because the carrier has not told its time. */
async function waiting(bench: OutboxBench, count = 1): Promise<number[]> {
  return Array.from({ length: count }, (_, index) => bench.sendInitial(index + 1));
}

it("an opt-out between Enter and leaving blocks the text, in the opt-out's own transaction", async () => {
  const bench = await openOutbox({ isEager: true });
  const [messageId = 0] = await waiting(bench);
  bench.optOut(1);
  expect(bench.row(messageId)).toMatchObject({ state: 'blocked', reason: 'opted-out' });
  await bench.settle();
  expect(bench.carrier.calls).toEqual([]);
});

it.each([
  ['blocked', 'INSERT INTO phone_fact (phone, blocked_at) SELECT phone, 1 FROM contact WHERE id = 1'],
  ['unreachable', 'INSERT INTO phone_fact (phone, unreachable_code) SELECT phone, 30006 FROM contact WHERE id = 1'],
])('a phone that became %s meanwhile blocks the text when it would leave', async (reason, sql) => {
  const bench = await openOutbox({ isEager: true });
  const [messageId = 0] = await waiting(bench);
  bench.run(sql);
  await bench.settle();
  expect(bench.row(messageId)).toMatchObject({ state: 'blocked', reason });
  expect(bench.carrier.calls).toEqual([]);
});

it("a paused action's texts wait, say why, and leave when it is resumed", async () => {
  const bench = await openOutbox({ isEager: true });
  await waiting(bench, 3);
  bench.setAction('paused');
  await bench.pass(hourMs, minuteMs);
  expect(bench.carrier.calls).toEqual([]);
  expect(await bench.outbox.readStatus()).toMatchObject({ queued: 3, waiting: { pause: 3 } });
  bench.setAction('published');
  await bench.settle();
  expect(bench.carrier.calls).toHaveLength(3);
});

it("an ended action's texts are withdrawn, all of them, and nothing leaves", async () => {
  const bench = await openOutbox({ isEager: true });
  const ids = await waiting(bench, 20);
  bench.setAction('ended');
  await bench.settle();
  expect(ids.map(bench.row)).toEqual(
    ids.map(() => expect.objectContaining({ state: 'cancelled', reason: 'action-ended' })),
  );
  expect(bench.carrier.calls).toEqual([]);
});

it("an ended action's texts are withdrawn while there is no line, too", async () => {
  const bench = await openOutbox({ isEager: true });
  bench.carrier.unreachable = true;
  const [messageId = 0] = await waiting(bench);
  await bench.settle();
  bench.setAction('ended');
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('cancelled');
});

it('nothing leaves from nine in the evening on, and what waited leaves at nine in the morning, less what clocks may be wrong by', async () => {
  const bench = await openOutbox();
  bench.setAction('paused');
  const leftAt: number[] = [];
  bench.carrier.onCall = () => leftAt.push(bench.clock.nowMs());
  bench.run(`UPDATE action SET state = 'published'`);
  bench.sendInitial(1);
  bench.setAction('paused');
  await bench.settle();
  await bench.pass(11 * hourMs, minuteMs);
  bench.setAction('published');
  await bench.pass(11 * hourMs + 59 * minuteMs, minuteMs);
  expect(leftAt).toEqual([]);
  await bench.pass(2 * minuteMs);
  expect(leftAt).toEqual([nineTomorrow + openingMarginMs]);
});

it('a text that was decided at night leaves at nine in the morning, less what clocks may be wrong by', async () => {
  const bench = await openOutbox();
  const leftAt: number[] = [];
  bench.carrier.onCall = () => leftAt.push(bench.clock.nowMs());
  await bench.pass(13 * hourMs + 17_000, minuteMs);
  bench.sendInitial(1);
  await bench.pass(dayMs, minuteMs);
  expect(leftAt).toEqual([nineTomorrow + openingMarginMs]);
});

it('a text is not handed over so late that the carrier could only drop it, and is not lost', async () => {
  const bench = await openOutbox();
  await bench.pass(11 * hourMs - 60_000, minuteMs);
  const messageId = bench.sendInitial(1);
  await bench.pass(minuteMs);
  expect(bench.carrier.calls).toEqual([]);
  expect(bench.stateOf(messageId)).toBe('queued');
  expect(await bench.outbox.readStatus()).toMatchObject({ waiting: { hours: 1 } });
  await bench.pass(12 * hourMs + minuteMs, minuteMs);
  expect(bench.stateOf(messageId)).toBe('handed-over');
});

it('the carrier is told to drop every text before the hours end, to the second', async () => {
  const bench = await openOutbox();
  const closesAt = tenInNewYork + 11 * hourMs;
  const leftAt: number[] = [];
  bench.carrier.onCall = () => leftAt.push(bench.clock.nowMs());
  for (let id = 1; id <= 20; id += 1) {
    bench.sendInitial(id);
    await bench.pass(34 * minuteMs, 17 * minuteMs);
  }
  expect(leftAt.length).toBeGreaterThan(18);
  for (const [index, { validitySeconds }] of bench.carrier.calls.entries()) {
    const dropAt = (leftAt[index] ?? 0) + (validitySeconds ?? Number.POSITIVE_INFINITY) * 1_000;
    expect(dropAt).toBeLessThan(closesAt);
    expect(validitySeconds).toBeLessThanOrEqual(36_000);
  }
});

it('a contact who turns out to live further west is texted by the clock there', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.sendInitial(1);
  bench.run('UPDATE contact SET zone_set_id = 3 WHERE id = 1');
  const leftAt: number[] = [];
  bench.carrier.onCall = () => leftAt.push(bench.clock.nowMs());
  await bench.pass(3 * hourMs, minuteMs);
  expect(leftAt).toEqual([tenInNewYork + 2 * hourMs + openingMarginMs]);
});

it("a text that waited for three days is a person's to decide", async () => {
  const bench = await openOutbox({ isEager: true });
  const [messageId = 0] = await waiting(bench);
  bench.setAction('paused');
  await bench.pass(72 * hourMs + minuteMs, 10 * minuteMs);
  bench.setAction('published');
  await bench.settle();
  expect(bench.row(messageId)).toMatchObject({ state: 'needs-person', reason: 'too-old' });
  expect(bench.carrier.calls).toEqual([]);
});

it('two first texts to one phone, of two actions, lie as far apart as the lock says', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run(
    `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (2, 'B', 1, 'published', 1, 0)`,
  );
  bench.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (2, 'initial', 0, 1)`);
  bench.run(
    `INSERT INTO assignment (id, action_id, contact_id, zone_set_id, state, batch_id, user_id)
     VALUES (40, 2, 1, 2, 'claimed', 1, 1)`,
  );
  const leftAt: number[] = [];
  bench.carrier.onCall = () => leftAt.push(bench.clock.nowMs());
  bench.sendInitial(1);
  const second = bench.sendInitial(40);
  await bench.settle();
  expect(bench.row(second)).toMatchObject({ state: 'queued', wait_reason: 'lock' });
  await bench.pass(7 * hourMs, minuteMs);
  expect(leftAt).toEqual([tenInNewYork, tenInNewYork + 6 * hourMs]);
});

it('a follow-up that the lock holds back leaves as soon as the contact writes', async () => {
  const bench = await openOutbox();
  bench.sendInitial(1);
  await bench.pass(minuteMs);
  const followUp = bench.sendFollowUp(1);
  await bench.pass(hourMs, minuteMs);
  expect(bench.row(followUp)).toMatchObject({ state: 'queued', wait_reason: 'lock' });
  bench.reply(1);
  await bench.settle();
  expect(bench.stateOf(followUp)).toBe('handed-over');
});

it('a follow-up that the lock holds back does not hold up the answer to what the contact wrote', async () => {
  const bench = await openOutbox();
  bench.sendInitial(1, 'First');
  await bench.pass(minuteMs);
  bench.sendFollowUp(1, 'Second');
  await bench.pass(minuteMs);
  bench.store.write((tx) => noteReceived(tx, phoneOf(1), bench.clock.nowMs()));
  bench.sendFollowUp(1, 'Third');
  await bench.settle();
  expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['First', 'Second', 'Third']);
});

it('a number that is lost leaves its texts to a person, who may send them from another', async () => {
  const bench = await openOutbox({ isEager: true });
  const ids = await waiting(bench, 3);
  bench.run('UPDATE number SET lost_at = 1 WHERE id = 1');
  await bench.settle();
  expect(ids.map(bench.stateOf)).toEqual(ids.map(() => 'needs-person'));
  const [messageId = 0] = ids;
  expect(await bench.call('outbox/decide', { messageId, decision: 'send' })).toMatchObject({
    error: { code: 'numbers/none' },
  });
  bench.run(
    `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
     SELECT 2, '+12025550198', account_id, 'PN2', '', 1, 100, 0 FROM number WHERE id = 1`,
  );
  expect(await bench.call('outbox/decide', { messageId, decision: 'send' })).toMatchObject({ ok: true });
  await bench.settle();
  expect(bench.carrier.calls).toMatchObject([{ from: '+12025550198' }]);
  expect(bench.row(messageId)).toMatchObject({ state: 'handed-over', number_id: 2, reason: null });
});

it('a change of the texting hours holds from the next text on', async () => {
  const bench = await openOutbox({ isEager: true });
  const [messageId = 0] = await waiting(bench);
  bench.run('UPDATE campaign SET start_minute = 660');
  bench.outbox.wake();
  await bench.pass(59 * minuteMs, minuteMs);
  expect(bench.stateOf(messageId)).toBe('queued');
  await bench.pass(2 * minuteMs);
  expect(bench.stateOf(messageId)).toBe('handed-over');
});

it('a text to a zone that this computer does not know waits, and holds up nobody else', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run(`INSERT INTO zone_set (id, zones) VALUES (9, '["Mars/Olympus"]')`);
  bench.run('UPDATE contact SET zone_set_id = 9 WHERE id = 1');
  const unknown = bench.sendInitial(1);
  const known = bench.sendInitial(2);
  await bench.pass(hourMs, minuteMs);
  expect([bench.stateOf(unknown), bench.stateOf(known)]).toEqual(['queued', 'handed-over']);
  expect(await bench.outbox.readStatus()).toMatchObject({ queued: 1, waiting: { hours: 1 } });
});
