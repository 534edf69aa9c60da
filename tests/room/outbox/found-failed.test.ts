import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { phoneOf, seedOutbox } from '../../support/outbox-seed.ts';
import { openRooms } from '../../support/rooms.ts';
import { lostAnswer, scriptedCarrier } from '../../support/scripted-carrier.ts';

/** Contact 1 was texted, the answer is lost, and the carrier's list shows that the text has failed since. */
async function foundFailed(errorCode: number) {
  const clock = settableClock({ startAt: Date.UTC(2026, 2, 2, 15) });
  const carrier = scriptedCarrier(clock);
  // It has failed before anybody can have seen it in a list.
  carrier.script.push({ ...lostAnswer, keptAfterMs: 3_000 });
  const rooms = await openRooms({ carrier, clock });
  seedOutbox(rooms.store);
  const session = rooms.people.openSession(1);
  rooms.start();
  for (let second = 0; second < 5; second += 1) await clock.advance(1_000);
  const intentId = randomUUID();
  await rooms.call('outbox/send-initial', { intentId, assignmentId: 1, text: 'Hello' }, session);
  await clock.advance(1_000);
  const [kept] = carrier.kept;
  if (kept === undefined) throw new Error('the carrier has nothing');
  carrier.kept[0] = { ...kept, status: { known: true, name: 'failed' }, errorCode };
  for (let second = 0; second < 30; second += 1) await clock.advance(1_000);
  return { rows: (sql: string) => rooms.store.look((reader) => reader.all(sql)) };
}

it('a text that was in doubt and is found to have failed pauses its number, as one that was never in doubt', async () => {
  const { rows } = await foundFailed(30034);
  expect(rows('SELECT state, status, error_code FROM message')).toEqual([
    { state: 'handed-over', status: 'failed', error_code: 30034 },
  ]);
  expect(rows('SELECT scope, reason, code FROM pause')).toEqual([
    { scope: 'number:1', reason: 'refused', code: 30034 },
  ]);
  expect(rows(`SELECT payload FROM journal WHERE kind = 'delivery/ended'`)).toHaveLength(1);
});

it('a text that was in doubt and is found to have been refused for an opt-out opts the contact out', async () => {
  const { rows } = await foundFailed(21610);
  expect(rows('SELECT phone, source FROM opt_out')).toEqual([{ phone: phoneOf(1), source: 'carrier' }]);
});
