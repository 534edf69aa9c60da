import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, type OutboxBench, openOutbox, phoneOf } from '../../support/outbox.ts';

/** Contact 1 is on the texter's desk in two actions: assignment 1 in action 1, assignment 40 in action 2. */
async function twoActions(): Promise<OutboxBench> {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE campaign SET lock_minutes = 0');
  bench.run(
    `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (2, 'B', 1, 'published', 1, 0)`,
  );
  bench.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (2, 'initial', 0, 1)`);
  bench.run(
    `INSERT INTO assignment (id, action_id, contact_id, zone_set_id, state, batch_id, user_id)
     VALUES (40, 2, 1, 2, 'claimed', 1, 1)`,
  );
  return bench;
}

describe('a text that waits does not hold up what another action sends to the same phone', () => {
  it('while its own action is paused, and it leaves when that is resumed', async () => {
    const bench = await twoActions();
    const paused = bench.sendInitial(1, 'First');
    bench.setAction('paused');
    bench.sendInitial(40, 'Second');
    await bench.pass(hourMs, minuteMs);
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Second']);
    bench.setAction('published');
    await bench.settle();
    expect(bench.stateOf(paused)).toBe('handed-over');
  });

  it('while its number waits for somebody', async () => {
    const bench = await twoActions();
    bench.run(
      `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
       SELECT 2, '+12025550198', account_id, 'PN2', '', 1, 100, 0 FROM number WHERE id = 1`,
    );
    bench.run('UPDATE number SET can_text = 0 WHERE id = 2');
    bench.sendInitial(1, 'First');
    bench.run('UPDATE number SET can_text = (id = 2)');
    bench.sendInitial(40, 'Second');
    bench.run('UPDATE number SET can_text = 1');
    bench.run(
      `INSERT INTO pause (scope, until_at, reason, code, since_at) VALUES ('number:1', NULL, 'refused', 21606, 0)`,
    );
    await bench.pass(hourMs, minuteMs);
    expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['Second']);
  });
});

it('an answer does not wait for a first text of another action, whose turn may be far away', async () => {
  const bench = await twoActions();
  const first = bench.sendInitial(1, 'First');
  await bench.settle();
  expect(bench.stateOf(first)).toBe('handed-over');
  bench.run('UPDATE number SET segments_per_second = 0.01');
  bench.sendInitial(40, 'Second');
  bench.reply(1);
  bench.sendFollowUp(1, 'Answer');
  await bench.pass(2 * minuteMs);
  expect(bench.carrier.bodiesTo(phoneOf(1)).slice(0, 2)).toEqual(['First', 'Answer']);
});

it('what one action sends to one contact leaves in the order in which it was decided', async () => {
  const bench = await twoActions();
  bench.sendInitial(1, 'First');
  bench.sendFollowUp(1, 'Second');
  bench.sendFollowUp(1, 'Third');
  await bench.pass(minuteMs);
  expect(bench.carrier.bodiesTo(phoneOf(1))).toEqual(['First', 'Second', 'Third']);
});
