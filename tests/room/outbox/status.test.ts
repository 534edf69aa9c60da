import { expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { hourMs, openOutbox, tenInNewYork } from '../../support/outbox.ts';
import { outboxAtRest } from '../../support/outbox-at-rest.ts';
import { heldAnswer, lostRequest, refusal } from '../../support/scripted-carrier.ts';
import { sendThreeHeldUp } from './held-up.ts';

it('says of an outbox at rest that nothing waits', async () => {
  const bench = await openOutbox();
  expect(await bench.call('outbox/read-status', {}, 'texter')).toEqual({ id: 1, ok: true, value: outboxAtRest });
});

it('counts what is being handed over and what is in doubt', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(heldAnswer, lostRequest);
  bench.sendInitial(1);
  bench.sendInitial(2);
  await bench.settle();
  expect(await bench.outbox.readStatus()).toMatchObject({ ...outboxAtRest, sending: 1, uncertain: 1 });
});

it('says of texts that only wait for their turn that they wait for nothing', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.run('UPDATE number SET segments_per_second = 0.01');
  for (let id = 1; id <= 5; id += 1) bench.sendInitial(id);
  await bench.settle();
  expect(await bench.outbox.readStatus()).toMatchObject({ queued: 4, waiting: {}, heldBy: null });
});

it('sorts what waits by its reason', async () => {
  const bench = await openOutbox();
  sendThreeHeldUp(bench);
  await bench.settle();
  expect(await bench.outbox.readStatus()).toMatchObject({ queued: 3, waiting: { hours: 1, lock: 1, pause: 1 } });
});

it('says that nothing holds texts up which only wait for the morning', async () => {
  const bench = await openOutbox({ clock: settableClock({ startAt: tenInNewYork + 12 * hourMs }) });
  bench.sendInitial(1);
  await bench.settle();
  expect(await bench.outbox.readStatus()).toMatchObject({ waiting: { hours: 1 }, heldBy: null });
});

it("names the number's refusal as what texts wait for, and not as what holds up all", async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(refusal(21606, 'number'));
  bench.sendInitial(1);
  await bench.settle();
  expect(await bench.outbox.readStatus()).toMatchObject({ waiting: { pause: 1 }, heldBy: null });
});

it('resuming when nothing is refused changes nothing and is no entry in the journal', async () => {
  const bench = await openOutbox();
  expect(await bench.call('outbox/resume-sending', {})).toMatchObject({ ok: true });
  expect(bench.journalOf(null)).toEqual([]);
});
