import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hourMs, minuteMs, openOutbox, phoneOf } from '../../support/outbox.ts';
import { lostAnswer } from '../../support/scripted-carrier.ts';

/** The same bench in a folder that has lost what lay beside the store, as a copied one has. */
async function copied(bench: Awaited<ReturnType<typeof openOutbox>>) {
  await bench.die();
  rmSync(join(bench.folder, 'fieldline.db.incarnation'));
  const { folder, clock, carrier } = bench;
  const copy = await openOutbox({ folder, clock, carrier });
  expect(copy.store.incarnation()).toBe('copied');
  return copy;
}

it('a store that was copied or restored hands nothing over, and says why', async () => {
  const bench = await openOutbox({ isEager: true });
  const messageId = bench.sendInitial(1);
  const copy = await copied(bench);
  await copy.pass(hourMs, minuteMs);
  expect(copy.carrier.calls).toEqual([]);
  expect(copy.stateOf(messageId)).toBe('queued');
  expect(await copy.outbox.readStatus()).toMatchObject({ queued: 1, heldBy: { code: 'outbox/store-not-matched' } });
});

it('it goes on when the account has been read to its end, late enough', async () => {
  const bench = await openOutbox({ isEager: true });
  const messageId = bench.sendInitial(1);
  const copy = await copied(bench);
  copy.outbox.noteRead({ begunMs: copy.clock.monotonicMs(), begunAt: copy.clock.nowMs(), isComplete: true });
  await copy.settle();
  expect(copy.carrier.calls).toEqual([]);
  await copy.pass(2 * minuteMs, 10_000);
  copy.outbox.noteRead({ begunMs: copy.clock.monotonicMs(), begunAt: copy.clock.nowMs(), isComplete: true });
  await copy.settle();
  expect(copy.stateOf(messageId)).toBe('handed-over');
});

it('a text that left in the life that the copy does not know of is matched, and not sent again', async () => {
  const bench = await openOutbox({ isEager: true });
  const messageId = bench.sendInitial(1);
  const copy = await copied(bench);
  const shown = copy.carrier.put({ from: '+12025550199', to: phoneOf(1), body: 'Hello 1' });
  expect(copy.store.write((tx) => copy.outbox.offer(tx, shown))).toBe(true);
  await copy.pass(2 * minuteMs, 10_000);
  copy.outbox.noteRead({ begunMs: copy.clock.monotonicMs(), begunAt: copy.clock.nowMs(), isComplete: true });
  await copy.pass(minuteMs);
  expect(copy.row(messageId)).toMatchObject({ state: 'handed-over', carrier_id: shown.carrierId });
  expect(copy.carrier.calls).toEqual([]);
});

it('a contact that was texted first in that life is not texted first again', async () => {
  const bench = await openOutbox();
  const copy = await copied(bench);
  const shown = copy.carrier.put({ from: '+12025550199', to: phoneOf(1), body: 'Hello 1' });
  copy.store.write((tx) => copy.outbox.offer(tx, shown));
  const answer = await copy.call('outbox/send-initial', { assignmentId: 1, text: 'Hello' }, 'texter');
  expect(answer).toMatchObject({ ok: false, error: { code: 'assignments/already-texted' } });
});

it('what was in doubt is found out meanwhile, since that sends nothing', async () => {
  const bench = await openOutbox();
  bench.carrier.listScript.push('faulty');
  bench.carrier.script.push(lostAnswer);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  const copy = await copied(bench);
  await copy.pass(2 * minuteMs, 5_000);
  expect(copy.stateOf(messageId)).toBe('handed-over');
  expect(copy.carrier.calls).toHaveLength(1);
});
