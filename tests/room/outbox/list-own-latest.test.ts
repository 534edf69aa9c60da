import { expect, it } from 'vitest';
import { type OutboxBench, openOutbox, tenInNewYork } from '../../support/outbox.ts';

async function latestIn(bench: OutboxBench, actionId = 1) {
  const answer = await bench.call('outbox/list-own-latest', { actionId }, 'texter');
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.messages;
}

it('gives the last five first texts, the newest first, as they were sent and with what has become of them', async () => {
  const bench = await openOutbox();
  const ids = [1, 2, 3, 4, 5, 6].map((contactId) => bench.sendInitial(contactId));
  await bench.settle();
  const latest = await latestIn(bench);
  expect(latest.map(({ messageId }) => messageId)).toEqual(ids.slice(1).reverse());
  expect(latest[0]).toEqual({
    ...{ messageId: ids[5], contactId: 6, firstName: 'C6', lastName: '', text: 'Hello 6', at: tenInNewYork },
    ...{ state: 'handed-over', status: 'queued' },
  });
});

it('has those that were withdrawn, and nothing but first texts of one’s own in this action', async () => {
  const bench = await openOutbox({ isUnconnected: true });
  const withdrawn = bench.sendInitial(1);
  const ofAnother = bench.sendInitial(2);
  const elsewhere = bench.sendInitial(3);
  const followUp = bench.sendInitial(4);
  const own = bench.sendInitial(5);
  bench.run(`UPDATE message SET state = 'cancelled', reason = 'action-ended' WHERE id = ?`, withdrawn);
  bench.run('UPDATE message SET user_id = 2 WHERE id = ?', ofAnother);
  bench.run('UPDATE message SET action_id = 2 WHERE id = ?', elsewhere);
  bench.run(`UPDATE message SET kind = 'follow-up' WHERE id = ?`, followUp);
  expect((await latestIn(bench)).map(({ messageId, state }) => [messageId, state])).toEqual([
    [own, 'queued'],
    [withdrawn, 'cancelled'],
  ]);
  expect((await latestIn(bench, 2)).map(({ messageId }) => messageId)).toEqual([elsewhere]);
  expect(await latestIn(bench, 3)).toEqual([]);
});

it('has those to somebody who has opted out since, who would be missed', async () => {
  const bench = await openOutbox();
  const messageId = bench.sendInitial(1);
  await bench.settle();
  bench.optOut(1);
  expect(await latestIn(bench)).toMatchObject([{ messageId, firstName: 'C1', text: 'Hello 1', state: 'handed-over' }]);
});

it('looks no further back than fifty thousand texts of everybody', async () => {
  const bench = await openOutbox({ isUnconnected: true });
  const first = bench.sendInitial(1);
  const newest = bench.sendInitial(2);
  bench.run('UPDATE message SET id = ? WHERE id = ?', first + 50_000, newest);
  expect(await latestIn(bench)).toHaveLength(1);
  bench.run('UPDATE message SET id = ? WHERE id = ?', first + 49_999, first + 50_000);
  expect(await latestIn(bench)).toHaveLength(2);
});
