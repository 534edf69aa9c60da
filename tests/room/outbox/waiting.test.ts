import { expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import type { Answer, Role } from '../../../shared/contract/index.ts';
import { hourMs, minuteMs, type OutboxBench, openOutbox, tenInNewYork } from '../../support/outbox.ts';
import { heldAnswer, lostRequest } from '../../support/scripted-carrier.ts';
import { sendThreeHeldUp } from './held-up.ts';

async function waitingIn(bench: OutboxBench, role: Role = 'owner') {
  const answer = await bench.call('outbox/list-waiting', {}, role);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.messages;
}

it('says of an outbox at rest that nothing waits', async () => {
  const bench = await openOutbox();
  expect(await bench.call('outbox/list-waiting', {})).toMatchObject({ value: { messages: [], next: null } });
});

it('tells to whom, in which action, who decided it and when, why it waits and until when', async () => {
  const night = tenInNewYork + 12 * hourMs;
  const bench = await openOutbox({ clock: settableClock({ startAt: night }) });
  const messageId = bench.sendInitial(3);
  await bench.settle();
  expect(await waitingIn(bench)).toEqual([
    {
      messageId,
      kind: 'initial',
      actionId: 1,
      actionName: 'Rent',
      contactId: 3,
      firstName: 'C3',
      lastName: '',
      decidedBy: { userId: 1, firstName: 'Ana', lastName: '' },
      decidedAt: night,
      waitsFor: 'hours',
      // Nine in the morning, New York.
      notBeforeAt: tenInNewYork + 23 * hourMs,
    },
  ]);
});

it('has everything that is not with the carrier yet, each with the reason that the status counts it by', async () => {
  const bench = await openOutbox();
  sendThreeHeldUp(bench);
  await bench.settle();
  bench.carrier.script.push(heldAnswer, lostRequest);
  bench.sendInitial(4);
  bench.sendInitial(5);
  const undecided = bench.sendInitial(6);
  bench.run(`UPDATE message SET state = 'needs-person', reason = 'too-old' WHERE id = ?`, undecided);
  await bench.settle();
  const listed = await waitingIn(bench);
  expect(listed.map(({ contactId, waitsFor }) => [contactId, waitsFor])).toEqual([
    [1, 'hours'],
    [2, 'lock'],
    [3, 'pause'],
    [4, 'leaving'],
    [5, 'checking'],
    [6, 'decision'],
  ]);
  expect(listed[1]?.notBeforeAt).toBe(tenInNewYork - minuteMs + 6 * hourMs);
  const status = await bench.outbox.readStatus();
  expect(status.queued + status.sending + status.uncertain + status.needsPerson).toBe(listed.length);
});

it('says of those that only wait for their turn that they do, and of answers that they are', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 0.01');
  for (let id = 1; id <= 3; id += 1) bench.sendInitial(id);
  await bench.settle();
  bench.reply(1);
  bench.sendFollowUp(1);
  await bench.settle();
  expect((await waitingIn(bench)).map(({ kind, waitsFor }) => [kind, waitsFor])).toEqual([
    ['initial', 'turn'],
    ['initial', 'turn'],
    ['follow-up', 'turn'],
  ]);
});

it('says until when a number rests, and nothing where that is not known', async () => {
  const bench = await openOutbox();
  const untilAt = tenInNewYork + 5 * minuteMs;
  bench.run(
    `INSERT INTO pause (scope, until_at, reason, since_at) VALUES ('number:1', ?, 'queue-full', ?)`,
    untilAt,
    tenInNewYork,
  );
  bench.sendInitial(1);
  await bench.settle();
  expect(await waitingIn(bench)).toMatchObject([{ waitsFor: 'limit', notBeforeAt: untilAt }]);
  bench.run(`UPDATE pause SET until_at = NULL, reason = 'refused'`);
  expect(await waitingIn(bench)).toMatchObject([{ waitsFor: 'pause', notBeforeAt: null }]);
});

it.each(['texter', 'lead'] as const)('shows a %s only what they decided themselves', async (role) => {
  const bench = await openOutbox({ isUnconnected: true });
  bench.run(`INSERT INTO user (id, first_name, last_name, role, created_at) VALUES (2, 'Omar', 'Reyes', 'texter', 0)`);
  const own = bench.sendInitial(1);
  for (const [contactId, state] of [
    [2, 'queued'],
    [3, 'uncertain'],
    [4, 'needs-person'],
  ] as const) {
    const messageId = bench.sendInitial(contactId);
    bench.run('UPDATE message SET user_id = 2, state = ? WHERE id = ?', state, messageId);
  }
  expect((await waitingIn(bench, role)).map(({ messageId }) => messageId)).toEqual([own]);
  const all = await waitingIn(bench, 'admin');
  expect(all.map(({ decidedBy }) => decidedBy.firstName)).toEqual(['Ana', 'Omar', 'Omar', 'Omar']);
});

it('is read page by page, each text once, whatever its state', async () => {
  const bench = await openOutbox({ isUnconnected: true });
  const ids = Array.from({ length: 11 }, (_none, index) => bench.sendInitial(index + 1));
  bench.run(`UPDATE message SET state = 'uncertain' WHERE id % 3 = 0`);
  bench.run(`UPDATE message SET state = 'needs-person', reason = 'too-old' WHERE id % 3 = 1`);
  const read: number[] = [];
  let after: number | null = null;
  do {
    const answer: Answer<'outbox/list-waiting'> = await bench.call('outbox/list-waiting', { after, limit: 4 });
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.messages.length).toBeLessThanOrEqual(4);
    read.push(...answer.value.messages.map(({ messageId }) => messageId));
    after = answer.value.next;
  } while (after !== null);
  expect(read).toEqual(ids);
});

it('gives no more than a hundred at once', async () => {
  const bench = await openOutbox({ isUnconnected: true });
  expect(await bench.call('outbox/list-waiting', { limit: 101 })).toMatchObject({ ok: false });
});
