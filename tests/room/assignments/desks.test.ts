import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import type { Given } from '../../../shared/contract/index.ts';
import { seedOutbox } from '../../support/outbox-seed.ts';
import { openRooms } from '../../support/rooms.ts';
import { lostAnswer, lostRequest, scriptedCarrier } from '../../support/scripted-carrier.ts';

const contacts = 12;
const texter = fc.nat({ max: 2 });
const contactId = fc.integer({ min: 1, max: contacts });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('claim' as const), texter }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('give-back' as const), texter }) },
  fc.record({ does: fc.constant('take-back' as const) }),
  fc.record({ does: fc.constant('put-off' as const), texter, contactId }),
  { weight: 6, arbitrary: fc.record({ does: fc.constant('press' as const), texter, contactId }) },
  // What was not answered is asked again, by a page or an engine later.
  { weight: 2, arbitrary: fc.record({ does: fc.constant('press-again' as const), nth: fc.nat({ max: 5 }) }) },
  fc.record({ does: fc.constant('opt-out' as const), contactId }),
  fc.record({ does: fc.constant('action' as const), state: fc.constantFrom('pause' as const, 'resume' as const) }),
  fc.record({ does: fc.constant('pass' as const), ms: fc.constantFrom(0, 1_000, 10_000) }),
);

/** Three texters over twelve contacts on nobody's desk, in batches of ten: two are left over for the next who claims. */
async function openDesks(troubles: readonly (typeof lostAnswer)[]) {
  const clock = settableClock({ startAt: Date.UTC(2026, 2, 2, 15) });
  const carrier = scriptedCarrier(clock);
  const rooms = await openRooms({ carrier, clock });
  const { store } = rooms;
  seedOutbox(store);
  store.write((tx) => {
    tx.run('DELETE FROM assignment WHERE contact_id > ?', contacts);
    tx.run(`UPDATE assignment SET state = 'unassigned', batch_id = NULL, user_id = NULL`);
    tx.run('UPDATE campaign SET bucket_size = 10');
  });
  const sessions = (['texter', 'texter', 'lead'] as const).map(rooms.signIn);
  const admin = rooms.signIn('admin');
  rooms.start();
  for (let second = 0; second < 3; second += 1) await clock.advance(1_000);
  carrier.script.push(...troubles);
  const rows = (sql: string) => store.look((reader) => reader.all<Record<string, unknown>>(sql));
  return { ...rooms, clock, carrier, rows, sessions, admin };
}

const inconsistent = `SELECT assignment.contact_id, assignment.state, message.id FROM assignment
  LEFT JOIN message ON message.contact_id = assignment.contact_id AND message.kind = 'initial'
  WHERE (assignment.state = 'texted') <> (message.id IS NOT NULL) OR message.user_id <> assignment.user_id
    OR (assignment.state = 'unassigned' AND (batch_id IS NOT NULL OR put_off_at IS NOT NULL))`;

it('whoever claims, gives back, takes back and presses in whatever order, each contact is texted once, by whoever had it on the desk', async () => {
  const trouble = fc.constantFrom(lostAnswer, lostRequest);
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 40 }),
      fc.array(trouble, { maxLength: 3 }),
      async (steps, troubles) => {
        const { store, call, clock, carrier, rows, sessions, admin, stop } = await openDesks(troubles);
        const presses: {
          readonly input: Given<'outbox/send-initial'>;
          readonly session: string;
          readonly ok: boolean;
        }[] = [];
        /** The texters are the users 2 to 4. */
        const isOnDeskOf = (index: number, id: number): boolean =>
          rows(`SELECT 1 FROM assignment WHERE contact_id = ${id} AND state = 'claimed' AND user_id = ${index + 2}`)
            .length > 0;
        const optedOut = new Set<number>();
        for (const one of steps) {
          const session = sessions['texter' in one ? one.texter : 0] ?? '';
          const once = { intentId: randomUUID(), actionId: 1 };
          if (one.does === 'claim') await call('assignments/claim-batch', once, session);
          if (one.does === 'give-back') await call('assignments/give-back', once, session);
          if (one.does === 'take-back') await call('assignments/take-back', once, admin);
          if (one.does === 'put-off') {
            const isTheirs = isOnDeskOf(one.texter, one.contactId);
            const answer = await call('assignments/put-off', { assignmentId: one.contactId }, session);
            expect(answer.ok).toBe(isTheirs);
          }
          if (one.does === 'press') {
            const isTheirs = isOnDeskOf(one.texter, one.contactId);
            const isTexting = rows('SELECT state FROM action')[0]?.['state'] === 'published';
            const input = { intentId: randomUUID(), assignmentId: one.contactId, text: `Hello from ${one.texter}` };
            const answer = await call('outbox/send-initial', input, session);
            expect(answer.ok).toBe(isTheirs && isTexting && !optedOut.has(one.contactId));
            presses.push({ input, session, ok: answer.ok });
          }
          if (one.does === 'press-again') {
            const press = presses[one.nth];
            if (press?.ok !== true) continue;
            expect((await call('outbox/send-initial', press.input, press.session)).ok).toBe(true);
          }
          if (one.does === 'opt-out') {
            await call('contacts/opt-out', { intentId: randomUUID(), contactId: one.contactId }, sessions[0]);
            optedOut.add(one.contactId);
          }
          if (one.does === 'action') await call(`actions/${one.state}`, once, admin);
          if (one.does === 'pass') await clock.advance(one.ms);
          expect(rows(inconsistent)).toEqual([]);
        }
        await call('actions/resume', { intentId: randomUUID(), actionId: 1 }, admin);
        for (let second = 0; second < 120; second += 1) await clock.advance(5_000);
        const left = rows(`SELECT phone, body FROM message WHERE state = 'handed-over' ORDER BY phone`);
        const kept = carrier.kept.map(({ to, body }) => ({ phone: to ?? '', body }));
        expect(kept.toSorted((one, other) => one.phone.localeCompare(other.phone))).toEqual(left);
        expect(new Set(kept.map(({ phone }) => phone)).size).toBe(kept.length);
        expect(rows(`SELECT state FROM message WHERE state NOT IN ('handed-over', 'blocked', 'cancelled')`)).toEqual(
          [],
        );
        expect(rows('SELECT id FROM message')).toHaveLength(presses.filter(({ ok }) => ok).length);
        await stop();
        await store.close();
      },
    ),
    { numRuns: 25 },
  );
});
