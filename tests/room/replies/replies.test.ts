import { describe, expect, it } from 'vitest';
import type { CarrierMessage } from '../../../main/carrier/index.ts';
import { settableClock } from '../../../main/clock/index.ts';
import { repliesHandlers } from '../../../main/replies/index.ts';
import { addContact, addNumber, addText, type Bench, openBench } from '../delivery/bench.ts';
import { carrierMessage } from '../delivery/listed-carrier.ts';

const phone = '+12025550123';
const startAt = Date.UTC(2026, 2, 2, 15);

/** A store in which contact 1 was texted in action 1 from number 1. */
async function texted(): Promise<Bench> {
  const bench = await openBench({ carrier: null });
  addNumber(bench.store);
  addContact(bench.store, phone);
  addText(bench.store, { contactId: 1, carrierId: 'SM1' });
  return bench;
}

function receive({ store, replies }: Bench, ...messages: readonly CarrierMessage[]): boolean[] {
  return store.write((tx) => messages.map((message) => replies.receive(tx, message)));
}

const columns = 'phone, number_id, contact_id, message_id, action_id, body, media_count, opted_out';

describe('a reply', () => {
  it('is kept with its contact and the text that it follows', async () => {
    const bench = await texted();
    const message = carrierMessage({ body: 'Who is this?', mediaCount: 2, createdAt: startAt - 5_000 });
    expect(receive(bench, message)).toEqual([true]);
    expect(bench.rows(`SELECT ${columns}, carrier_id, received_at, stored_at FROM reply`)).toEqual([
      {
        carrier_id: message.carrierId,
        phone,
        number_id: 1,
        contact_id: 1,
        message_id: 1,
        action_id: 1,
        body: 'Who is this?',
        media_count: 2,
        opted_out: 0,
        received_at: startAt - 5_000,
        stored_at: startAt,
      },
    ]);
    expect(bench.rows(`SELECT user_id, entity_id, payload FROM journal WHERE kind = 'replies/received'`)).toEqual([
      { user_id: null, entity_id: 1, payload: '{"contactId":1,"optedOut":false}' },
    ]);
    expect(bench.rows('SELECT phone, last_in_at FROM phone_fact')).toEqual([{ phone, last_in_at: startAt - 5_000 }]);
  });

  it('is one reply however often it is told', async () => {
    const bench = await texted();
    const message = carrierMessage();
    expect(receive(bench, message, message)).toEqual([true, false]);
    expect(receive(bench, message)).toEqual([false]);
    expect(bench.rows('SELECT count(*) AS count FROM reply')).toEqual([{ count: 1 }]);
    expect(bench.rows(`SELECT count(*) AS count FROM journal WHERE kind = 'replies/received'`)).toEqual([{ count: 1 }]);
  });

  it('is no reply of ours when it was sent to a number that is not ours', async () => {
    const bench = await texted();
    const toOthers = [carrierMessage({ to: '+12025550177' }), carrierMessage({ to: null })];
    expect(receive(bench, ...toOthers)).toEqual([false, false]);
    expect(bench.rows('SELECT * FROM reply')).toEqual([]);
  });

  it('to a number that is lost is kept all the same', async () => {
    const bench = await texted();
    bench.store.write((tx) => tx.run('UPDATE number SET lost_at = 1'));
    expect(receive(bench, carrierMessage())).toEqual([true]);
  });

  it('follows the newest text from the number that it was sent to, and else the newest from any', async () => {
    const bench = await texted();
    const { store } = bench;
    addNumber(store, '+12025550198');
    addNumber(store, '+12025550197');
    const second = addText(store, { contactId: 1, actionId: 2, numberId: 2, carrierId: 'SM2' });
    receive(
      bench,
      carrierMessage({ to: '+12025550199' }),
      carrierMessage({ to: '+12025550198' }),
      carrierMessage({ to: '+12025550197' }),
    );
    expect(bench.rows('SELECT message_id, action_id FROM reply ORDER BY id')).toEqual([
      { message_id: 1, action_id: 1 },
      { message_id: second, action_id: 2 },
      { message_id: second, action_id: 2 },
    ]);
  });

  it('may follow a text that is in doubt, and never one that has not left', async () => {
    const bench = await openBench({ carrier: null });
    addNumber(bench.store);
    addContact(bench.store, phone);
    const doubtful = addText(bench.store, { contactId: 1, state: 'uncertain' });
    addText(bench.store, { contactId: 1, actionId: 2, state: 'queued' });
    receive(bench, carrierMessage());
    expect(bench.rows('SELECT message_id FROM reply')).toEqual([{ message_id: doubtful }]);
  });

  it('is announced once for all of one transaction', async () => {
    const bench = await texted();
    receive(bench, carrierMessage(), carrierMessage(), carrierMessage({ from: '+12025550144' }));
    expect(bench.events).toEqual([
      { event: 'changed', room: 'replies', ids: [1, 2, 3] },
      { event: 'changed', room: 'conversations', ids: [1] },
    ]);
  });

  it('from a sender that is no phone is kept, and nothing is noted about it', async () => {
    const bench = await texted();
    receive(bench, carrierMessage({ from: '72345', body: 'STOP' }), carrierMessage({ from: null, body: 'Hi' }));
    expect(bench.rows('SELECT phone FROM reply ORDER BY id')).toEqual([{ phone: '72345' }, { phone: '' }]);
    expect(bench.rows('SELECT * FROM opt_out')).toEqual([]);
    expect(bench.rows('SELECT * FROM phone_fact')).toEqual([]);
  });
});

describe('a reply that asks to hear no more', () => {
  it('opts its phone out and withdraws what waits, in the same transaction', async () => {
    const bench = await texted();
    addText(bench.store, { contactId: 1, kind: 'follow-up' });
    receive(bench, carrierMessage({ body: 'Please take me off your list', createdAt: startAt - 1_000 }));
    expect(bench.rows('SELECT phone, at, source, user_id FROM opt_out')).toEqual([
      { phone, at: startAt - 1_000, source: 'words', user_id: null },
    ]);
    expect(bench.rows(`SELECT state, reason FROM message WHERE kind = 'follow-up'`)).toEqual([
      { state: 'blocked', reason: 'opted-out' },
    ]);
    expect(bench.rows('SELECT opted_out FROM reply')).toEqual([{ opted_out: 1 }]);
  });

  it('leaves nothing behind when its transaction is rolled back', async () => {
    const bench = await texted();
    addText(bench.store, { contactId: 1, kind: 'follow-up' });
    const rolledBack = (): void =>
      bench.store.write((tx) => {
        bench.replies.receive(tx, carrierMessage({ body: 'STOP' }));
        throw new Error('the page could not be taken');
      });
    expect(rolledBack).toThrow('the page could not be taken');
    expect(bench.rows('SELECT * FROM opt_out')).toEqual([]);
    expect(bench.rows('SELECT * FROM reply')).toEqual([]);
    expect(bench.rows(`SELECT state FROM message WHERE kind = 'follow-up'`)).toEqual([{ state: 'queued' }]);
  });

  it('opts a stranger out, too, so that no later list can bring them in', async () => {
    const bench = await texted();
    receive(bench, carrierMessage({ from: '+12025550144', body: 'STOP' }));
    expect(bench.rows('SELECT phone, source FROM opt_out')).toEqual([{ phone: '+12025550144', source: 'words' }]);
  });

  it('is never taken back by START, and the phone’s later replies are kept', async () => {
    const bench = await texted();
    receive(
      bench,
      carrierMessage({ body: 'STOP' }),
      carrierMessage({ body: 'START' }),
      carrierMessage({ body: 'Hello?' }),
    );
    expect(bench.rows('SELECT body, opted_out FROM reply ORDER BY id')).toEqual([
      { body: 'STOP', opted_out: 1 },
      { body: 'START', opted_out: 0 },
      { body: 'Hello?', opted_out: 0 },
    ]);
    expect(bench.rows('SELECT count(*) AS count FROM opt_out')).toEqual([{ count: 1 }]);
  });
});

describe('strays', () => {
  it('are listed newest first, page by page, without the replies that belong to an action', async () => {
    const bench = await texted();
    addContact(bench.store, '+12025550130');
    const clock = settableClock({ startAt });
    const stray = (from: string, seconds: number): CarrierMessage =>
      carrierMessage({ from, body: `at ${seconds}`, createdAt: clock.nowMs() + seconds * 1_000 });
    receive(
      bench,
      stray('+12025550144', 3),
      stray(phone, 9),
      // A contact whom no action has texted.
      stray('+12025550130', 7),
      // Stored last, although it came first.
      stray('+12025550145', 1),
    );
    const handlers = repliesHandlers(bench);
    const list = async (before: number | null) => {
      const answer = await handlers['replies/list-strays']({} as never, { before, limit: 2 });
      return answer.ok ? answer.value : null;
    };
    const first = await list(null);
    expect(first).toMatchObject({ replies: [{ text: 'at 7' }, { text: 'at 3', phone: '+12025550144' }], next: 1 });
    expect(await list(first?.next ?? null)).toMatchObject({ replies: [{ text: 'at 1', optedOut: false }], next: null });
  });
});
