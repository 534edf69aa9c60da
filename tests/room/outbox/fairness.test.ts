import { expect, it } from 'vitest';
import { type OutboxBench, openOutbox, phoneOf } from '../../support/outbox.ts';

/** Two actions of one texter each: the first has contacts 1 to 15, the second 16 to 20. */
async function twoActions(): Promise<OutboxBench> {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 1');
  bench.run(`INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ben', '', 'texter', 0)`);
  bench.run(
    `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (2, 'B', 1, 'published', 1, 0)`,
  );
  bench.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (2, 'initial', 0, 1)`);
  bench.run('UPDATE assignment SET action_id = 2 WHERE id > 15');
  return bench;
}

it("a small action's texts do not wait for all of a large one's", async () => {
  const bench = await twoActions();
  for (let id = 1; id <= 20; id += 1) bench.sendInitial(id);
  await bench.pass(12_000, 200);
  const sent = bench.carrier.calls.map(({ to }) => to);
  const small = [16, 17, 18, 19, 20].map(phoneOf);
  expect(sent.slice(0, 10).filter((to) => small.includes(to))).toHaveLength(5);
});

it('texters of one action share its turn', async () => {
  const bench = await twoActions();
  bench.run('UPDATE assignment SET action_id = 1');
  bench.run('UPDATE assignment SET user_id = 2 WHERE id > 15');
  for (let id = 1; id <= 15; id += 1) bench.sendInitial(id);
  bench.store.write((tx) => {
    for (let id = 16; id <= 20; id += 1) bench.outbox.queueInitial(tx, { assignmentId: id, userId: 2, text: 'Hello' });
  });
  await bench.pass(12_000, 200);
  const sent = bench.carrier.calls.map(({ to }) => to);
  const second = [16, 17, 18, 19, 20].map(phoneOf);
  expect(sent.slice(0, 10).filter((to) => second.includes(to))).toHaveLength(5);
});

it("a number that has to wait does not hold up another number's texts", async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run(
    `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
     SELECT 2, '+12025550198', account_id, 'PN2', '', 1, 100, 0 FROM number WHERE id = 1`,
  );
  bench.run('UPDATE number SET segments_per_second = 0.001 WHERE id = 1');
  bench.run('UPDATE number SET can_text = (id = 1)');
  for (let id = 1; id <= 5; id += 1) bench.sendInitial(id);
  bench.run('UPDATE number SET can_text = (id = 2)');
  for (let id = 6; id <= 10; id += 1) bench.sendInitial(id);
  bench.run('UPDATE number SET can_text = 1');
  await bench.pass(5_000, 500);
  const fromSecond = bench.carrier.calls.filter(({ from }) => from === '+12025550198');
  expect(fromSecond.map(({ to }) => to)).toEqual([6, 7, 8, 9, 10].map(phoneOf));
});
