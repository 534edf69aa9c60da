import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { phoneOf, seedOutbox } from '../../support/outbox-seed.ts';
import { openRooms } from '../../support/rooms.ts';
import { scriptedCarrier } from '../../support/scripted-carrier.ts';

const tenInNewYork = Date.UTC(2026, 2, 2, 15);
const ourNumber = '+12025550199';

async function openCampaign() {
  const clock = settableClock({ startAt: tenInNewYork });
  const carrier = scriptedCarrier(clock);
  const rooms = await openRooms({ carrier, clock });
  seedOutbox(rooms.store);
  const session = rooms.people.openSession(1);
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) await clock.advance(1_000);
  };
  return {
    ...rooms,
    clock,
    carrier,
    pass,
    send: (contactId: number) =>
      rooms.call(
        'outbox/send-initial',
        { intentId: randomUUID(), assignmentId: contactId, text: `Hello ${contactId}` },
        session,
      ),
    writes: (contactId: number, body: string) =>
      carrier.put({
        direction: 'inbound',
        from: phoneOf(contactId) as never,
        to: ourNumber as never,
        body,
        status: { known: true, name: 'received' },
      }),
    status: async () => {
      const answer = await rooms.call('outbox/read-status', {}, session);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    },
  };
}

describe('in a store without a past', () => {
  it('the first text leaves at once, although the numbers came after the first reading', async () => {
    const { start, send, pass, carrier, store } = await openCampaign();
    store.write((tx) => tx.run('UPDATE number SET phone = ?, account_id = ?', '+12025550198', 'another account'));
    start();
    await pass(5);
    await send(1);
    store.write((tx) => tx.run('UPDATE number SET account_id = ?', carrier.accountId));
    await send(2);
    await pass(5);
    expect(carrier.calls.map(({ body }) => body)).toContain('Hello 2');
  });
});

describe('before anything leaves', () => {
  it('what was written while the line was down is heard, at the start of an engine', async () => {
    const { start, send, writes, pass, carrier } = await openCampaign();
    await send(1);
    await send(2);
    writes(1, 'Please stop texting me');
    start();
    await pass(30);
    expect(carrier.calls.map(({ body }) => body)).toEqual(['Hello 2']);
  });

  it('what was written while the line was down is heard, when it is back', async () => {
    const { start, send, writes, pass, carrier } = await openCampaign();
    start();
    await pass(5);
    carrier.unreachable = true;
    await pass(60);
    await send(1);
    await send(2);
    writes(1, 'STOP');
    await pass(60);
    carrier.unreachable = false;
    await pass(120);
    expect(carrier.calls.filter(({ to }) => to === phoneOf(1))).toEqual([]);
    expect(carrier.kept.filter(({ body }) => body === 'Hello 2')).toHaveLength(1);
  });

  it('what was written while the computer slept is heard, although the line seems to have stayed up', async () => {
    const { start, send, writes, pass, carrier, clock } = await openCampaign();
    start();
    await pass(10);
    clock.setWallClock(clock.nowMs() + 3_600_000);
    writes(1, 'STOP');
    await send(1);
    await send(2);
    await pass(120);
    expect(carrier.calls.map(({ body }) => body)).toEqual(['Hello 2']);
  });

  it('what was written while the computer slept is heard, although it fell asleep while the account was read', async () => {
    const { start, send, writes, pass, carrier, clock } = await openCampaign();
    start();
    await pass(10);
    const list = carrier.listMessages;
    let answer = (): void => {};
    carrier.listMessages = async (from, options) => {
      const page = await list(from, options);
      carrier.listMessages = list;
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return page;
    };
    while (carrier.listMessages !== list) await pass(1);
    // The answer had come before it slept, and is looked at afterwards.
    clock.setWallClock(clock.nowMs() + 3_600_000);
    writes(1, 'STOP');
    answer();
    await send(1);
    await send(2);
    await pass(120);
    expect(carrier.calls.map(({ body }) => body)).toEqual(['Hello 2']);
  });

  it('a list that can no longer be read holds everything after a while', async () => {
    const { start, send, pass, carrier } = await openCampaign();
    start();
    await pass(10);
    carrier.listScript.push(...Array<'faulty'>(200).fill('faulty'));
    await pass(400);
    await send(1);
    await pass(60);
    expect(carrier.calls).toEqual([]);
  });

  it('a list that cannot be read holds everything, and says so', async () => {
    const { start, send, pass, carrier, status } = await openCampaign();
    carrier.listScript.push(...Array<'faulty'>(4).fill('faulty'));
    await send(1);
    start();
    await pass(2);
    expect(carrier.calls).toEqual([]);
    expect(await status()).toMatchObject({ queued: 1, heldBy: { code: 'outbox/replies-first', kind: 'wait' } });
    await pass(300);
    expect(carrier.calls).toHaveLength(1);
    expect((await status()).heldBy).toBeNull();
  });
});
