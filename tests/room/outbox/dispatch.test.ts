import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { openDatabase } from '../../../main/store/index.ts';
import { hourMs, minuteMs, openOutbox, phoneOf, tenInNewYork } from '../../support/outbox.ts';
import { heldAnswer, scriptedCarrier } from '../../support/scripted-carrier.ts';

describe('a text that leaves', () => {
  it('is committed as sending before the carrier is called, as another connection sees', async () => {
    const bench = await openOutbox();
    const path = join(bench.folder, 'fieldline.db');
    const seen: unknown[] = [];
    bench.carrier.onCall = () => {
      const other = openDatabase(path, { readonly: true, durability: 'full' });
      seen.push(other.prepare('SELECT state, attempts, last_attempt_at FROM message').get());
      other.close();
    };
    const messageId = bench.sendInitial(1);
    await bench.settle();
    expect(seen).toEqual([{ state: 'sending', attempts: 1, last_attempt_at: tenInNewYork }]);
    expect(bench.stateOf(messageId)).toBe('handed-over');
  });

  it("keeps the carrier's name, its word and the instant, and is journalled step by step", async () => {
    const bench = await openOutbox();
    const messageId = bench.sendInitial(1);
    await bench.settle();
    expect(bench.row(messageId)).toMatchObject({
      state: 'handed-over',
      carrier_id: bench.carrier.kept[0]?.carrierId,
      status: 'queued',
      handed_over_at: tenInNewYork,
    });
    expect(bench.journalOf(messageId)).toEqual(['outbox/queued', 'outbox/sending', 'outbox/handed-over']);
  });

  it("goes from its number to the contact's phone with the words that were decided", async () => {
    const bench = await openOutbox();
    bench.sendInitial(1, 'Hello there');
    await bench.settle();
    expect(bench.carrier.calls).toMatchObject([{ from: '+12025550199', to: phoneOf(1), body: 'Hello there' }]);
  });

  it('is noted with its phone, so that the lock counts from it', async () => {
    const bench = await openOutbox();
    bench.sendInitial(1);
    await bench.settle();
    const known = bench.store.look((reader) => reader.get('SELECT last_initial_at FROM phone_fact'));
    expect(known).toEqual({ last_initial_at: tenInNewYork });
  });
});

describe('to one phone', () => {
  it('no second text leaves while the first is in doubt', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(heldAnswer);
    bench.reply(1);
    const first = bench.sendFollowUp(1, 'One');
    const second = bench.sendFollowUp(1, 'Two');
    await bench.pass(5 * minuteMs, 10_000);
    expect([bench.stateOf(first), bench.stateOf(second)]).toEqual(['sending', 'queued']);
    bench.carrier.release();
    await bench.settle();
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['One', 'Two']);
  });

  it('texts leave in the order in which they were decided, a first text before a reply to it', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(heldAnswer);
    bench.sendInitial(1, 'First');
    bench.reply(1);
    bench.sendFollowUp(1, 'Second');
    bench.sendFollowUp(1, 'Third');
    await bench.settle();
    bench.carrier.release();
    await bench.settle();
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['First', 'Second', 'Third']);
  });

  it("a first text that an admin's pause holds up does not hold up an answer in another action", async () => {
    const bench = await openOutbox({ isEager: true });
    bench.sendInitial(1, 'First');
    bench.setAction('paused');
    bench.reply(1);
    bench.run(
      `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (2, 'B', 1, 'published', 1, 0)`,
    );
    bench.run(
      `INSERT INTO assignment (id, action_id, contact_id, zone_set_id, state, batch_id, user_id)
       VALUES (40, 2, 1, 2, 'texted', 1, 1)`,
    );
    bench.store.write((tx) =>
      bench.outbox.queueFollowUp(tx, { actionId: 2, contactId: 1, userId: 1, text: 'Second', scriptId: null }),
    );
    await bench.pass(2 * minuteMs, 10_000);
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Second']);
    bench.setAction('published');
    await bench.settle();
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Second', 'First']);
  });
});

describe('between texts', () => {
  it('replies leave before first texts that were decided earlier', async () => {
    const bench = await openOutbox({ isEager: true });
    for (let id = 1; id <= 3; id += 1) bench.sendInitial(id);
    bench.reply(9);
    bench.sendFollowUp(9);
    await bench.settle();
    expect(bench.carrier.calls.map(({ to }) => to)).toEqual([9, 1, 2, 3].map(phoneOf));
  });

  it('at most eight are handed over at once, and the next when one of them has been answered', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(...Array.from({ length: 10 }, () => heldAnswer));
    for (let id = 1; id <= 10; id += 1) bench.sendInitial(id);
    await bench.pass(minuteMs);
    expect(bench.carrier.calls).toHaveLength(8);
    bench.carrier.release();
    await bench.settle();
    expect(bench.carrier.calls).toHaveLength(9);
  });
});

describe('a store and a carrier that are not meant for each other', () => {
  it.each([
    ['a practice store', 'practice', false],
    ['a live store', 'live', true],
  ] as const)('%s hands nothing to the other kind of carrier', async (_what, mode, isLoopback) => {
    const clock = settableClock({ startAt: tenInNewYork });
    const bench = await openOutbox({ clock, carrier: scriptedCarrier(clock, { isLoopback }), mode });
    const messageId = bench.sendInitial(1);
    await bench.pass(hourMs, minuteMs);
    expect(bench.carrier.calls).toEqual([]);
    expect(bench.stateOf(messageId)).toBe('queued');
    const status = await bench.outbox.readStatus();
    expect(status).toMatchObject({ queued: 1, heldBy: { code: 'carrier/not-set-up' } });
  });

  it('a live store hands its texts to a carrier out in the world', async () => {
    const clock = settableClock({ startAt: tenInNewYork });
    const bench = await openOutbox({ clock, carrier: scriptedCarrier(clock, { isLoopback: false }), mode: 'live' });
    bench.sendInitial(1);
    await bench.settle();
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('without any carrier texts wait, and the status says so', async () => {
    const bench = await openOutbox({ isUnconnected: true });
    bench.sendInitial(1);
    await bench.pass(minuteMs);
    expect(await bench.outbox.readStatus()).toMatchObject({
      queued: 1,
      waiting: { offline: 1 },
      line: 'none',
      heldBy: { code: 'carrier/not-set-up' },
    });
  });

  it("a text from another account's number is not sent, and a person is asked", async () => {
    const bench = await openOutbox({ isEager: true });
    const messageId = bench.sendInitial(1);
    bench.run(`UPDATE number SET account_id = 'AC-other'`);
    await bench.settle();
    expect(bench.carrier.calls).toEqual([]);
    expect(bench.row(messageId)).toMatchObject({ state: 'needs-person', reason: 'number-lost' });
  });
});
