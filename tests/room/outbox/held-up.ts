import { minuteMs, type OutboxBench, phoneOf, tenInNewYork } from '../../support/outbox.ts';

/** Sends to the first three contacts: the first waits for texting hours, the second for the lock, the third for its paused action. */
export function sendThreeHeldUp(bench: OutboxBench): void {
  bench.run(
    `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (2, 'B', 1, 'published', 1, 0)`,
  );
  bench.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (2, 'initial', 0, 1)`);
  bench.run('UPDATE assignment SET action_id = 2 WHERE id = 3');
  bench.run('UPDATE contact SET zone_set_id = 3 WHERE id = 1');
  bench.run('INSERT INTO phone_fact (phone, last_initial_at) VALUES (?, ?)', phoneOf(2), tenInNewYork - minuteMs);
  for (const contactId of [1, 2, 3]) bench.sendInitial(contactId);
  bench.run(`UPDATE action SET state = 'paused' WHERE id = 2`);
}
