import { expect, it } from 'vitest';
import { hourMs, minuteMs, openOutbox, phoneOf } from '../../support/outbox.ts';
import { heldAnswer } from '../../support/scripted-carrier.ts';

it('an opt-out stops everything that waits for its phone and nothing for another', async () => {
  const bench = await openOutbox({ isEager: true });
  const first = bench.sendInitial(1);
  bench.reply(1);
  const second = bench.sendFollowUp(1);
  const other = bench.sendInitial(2);
  bench.optOut(1);
  expect([first, second, other].map(bench.stateOf)).toEqual(['blocked', 'blocked', 'queued']);
  expect(bench.journalOf(first)).toEqual(['outbox/queued', 'outbox/blocked']);
});

it('an opt-out that is rolled back stops nothing', async () => {
  const bench = await openOutbox({ isEager: true });
  const messageId = bench.sendInitial(1);
  const fail = (): void =>
    bench.store.write((tx) => {
      bench.contacts.optOut(tx, { phone: phoneOf(1), source: 'words', userId: null, at: bench.clock.nowMs() });
      throw new Error('the page was not taken');
    });
  expect(fail).toThrow('the page was not taken');
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('handed-over');
});

it('a text that was turned away after the opt-out is not tried again', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push({ outcome: { kind: 'not-accepted', reason: 'queue-full' }, held: true });
  const messageId = bench.sendInitial(1);
  await bench.settle();
  bench.optOut(1);
  bench.carrier.release();
  await bench.pass(hourMs, minuteMs);
  expect(bench.row(messageId)).toMatchObject({ state: 'blocked', reason: 'opted-out' });
  expect(bench.carrier.calls).toHaveLength(1);
});

it("an action that ends leaves what is under way to the carrier's answer", async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(heldAnswer);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  bench.setAction('ended');
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('sending');
  bench.carrier.release();
  await bench.settle();
  expect(bench.stateOf(messageId)).toBe('handed-over');
});

it('an action that ends takes a text back that the carrier turned away', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push({ outcome: { kind: 'not-accepted', reason: 'rate', retryAfterMs: minuteMs }, held: true });
  const messageId = bench.sendInitial(1);
  await bench.settle();
  bench.setAction('ended');
  bench.carrier.release();
  await bench.pass(2 * minuteMs);
  expect(bench.row(messageId)).toMatchObject({ state: 'cancelled', reason: 'action-ended' });
  expect(bench.carrier.calls).toHaveLength(1);
});

it('an action that ends withdraws its own texts only', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run(
    `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (2, 'B', 1, 'published', 1, 0)`,
  );
  bench.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (2, 'initial', 0, 1)`);
  bench.run('UPDATE assignment SET action_id = 2 WHERE id = 2');
  const first = bench.sendInitial(1);
  const second = bench.sendInitial(2);
  bench.setAction('ended', 1);
  await bench.settle();
  expect([first, second].map(bench.stateOf)).toEqual(['cancelled', 'handed-over']);
});

it('a hundred texts of an ended action are withdrawn although one transaction takes only some', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run(
    `WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 199)
     INSERT INTO contact (id, phone, zone_set_id, created_at) SELECT i, '+13035550' || i, 2, 0 FROM n`,
  );
  bench.run(
    `INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments, queued_at)
     SELECT 'initial', 1, id, 1, 1, phone, 2, 'Hello', 1, ? FROM contact WHERE id >= 100`,
    bench.clock.nowMs(),
  );
  const next = await bench.restart();
  next.setAction('ended');
  await next.settle();
  const counts = next.store.look((reader) => reader.all('SELECT state, count(*) AS count FROM message GROUP BY state'));
  expect(counts).toEqual([{ state: 'cancelled', count: 100 }]);
});
