import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { dayMs, hourMs, minuteMs, type OutboxBench, openOutbox, phoneOf, tenInNewYork } from '../../support/outbox.ts';

/** Everything that Enter may write, so that an error is seen to have written none of it. */
function everything({ store }: OutboxBench): unknown {
  return store.look((reader) => ({
    messages: reader.all('SELECT * FROM message'),
    journal: reader.get('SELECT count(*) AS count FROM journal'),
    intents: reader.get('SELECT count(*) AS count FROM intent'),
    assignments: reader.all('SELECT id, state FROM assignment'),
  }));
}

function enter(bench: OutboxBench, assignmentId: number, text = 'Hello') {
  return bench.call('outbox/send-initial', { assignmentId, text }, 'texter');
}

describe('Enter', () => {
  const refusals: readonly (readonly [string, string, (bench: OutboxBench) => void, string])[] = [
    ['a text of nothing but spaces', 'outbox/empty-text', () => {}, ' \n '],
    ['a text that no carrier takes in one piece', 'outbox/too-long', () => {}, 'a'.repeat(1_601)],
    ['a text with a variable left in it', 'outbox/unfilled-variable', () => {}, 'Hi ##{{first_name}}'],
    ['a phone that has opted out', 'outbox/opted-out', (bench) => bench.optOut(1), 'Hello'],
    [
      'a phone that is blocked',
      'outbox/blocked-phone',
      (bench) => bench.run('INSERT INTO phone_fact (phone, blocked_at) VALUES (?, 1)', phoneOf(1)),
      'Hello',
    ],
    [
      'a phone that takes no texts',
      'outbox/unreachable-phone',
      (bench) => bench.run('INSERT INTO phone_fact (phone, unreachable_code) VALUES (?, 30006)', phoneOf(1)),
      'Hello',
    ],
    [
      "a contact on somebody else's desk",
      'assignments/not-yours',
      (bench) => {
        bench.run(`INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ben', '', 'texter', 0)`);
        bench.run('UPDATE assignment SET user_id = 2 WHERE id = 1');
      },
      'Hello',
    ],
    ['a contact of a paused action', 'actions/paused', (bench) => bench.setAction('paused'), 'Hello'],
    ['a contact of an ended action', 'actions/ended', (bench) => bench.setAction('ended'), 'Hello'],
    [
      'a contact of an action that is not published',
      'actions/not-published',
      (bench) => bench.run(`UPDATE action SET state = 'draft'`),
      'Hello',
    ],
    ['any text while no number can send', 'numbers/none', (bench) => bench.run('UPDATE number SET can_text = 0'), 'Hi'],
  ];

  it.each(refusals)('refuses %s with %s and leaves nothing behind', async (_what, code, prepare, text) => {
    const bench = await openOutbox();
    prepare(bench);
    const before = everything(bench);
    const answer = await enter(bench, 1, text);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(everything(bench)).toEqual(before);
    await bench.settle();
    expect(bench.carrier.calls).toEqual([]);
  });

  it.each([
    ['opted out', 'opted-out', 'outbox/opted-out', (bench: OutboxBench) => bench.optOut(1)],
    [
      'was blocked',
      'blocked',
      'outbox/blocked-phone',
      (bench: OutboxBench) => bench.run('INSERT INTO phone_fact (phone, blocked_at) VALUES (?, 1)', phoneOf(1)),
    ],
    [
      'turned out to take no texts',
      'unreachable',
      'outbox/unreachable-phone',
      (bench: OutboxBench) =>
        bench.run('INSERT INTO phone_fact (phone, unreachable_code) VALUES (?, 30006)', phoneOf(1)),
    ],
  ])('tells by the safeguard when a contact on the desk %s and was left out', async (_what, reason, code, prepare) => {
    const bench = await openOutbox();
    prepare(bench);
    bench.run(`UPDATE assignment SET state = 'left-out', reason = ? WHERE id = 1`, reason);
    expect(await enter(bench, 1)).toMatchObject({ ok: false, error: { code } });
  });

  it('names the variable that is left in a text', async () => {
    const bench = await openOutbox();
    const answer = await enter(bench, 1, 'Hi ##{{first_name}}, hello');
    expect(answer).toMatchObject({ error: { params: { variable: '##{{first_name}}' } } });
  });

  it('writes the text, the journal and the moved desk in one transaction, durable when it is answered', async () => {
    const bench = await openOutbox({ isUnconnected: true });
    const answer = await enter(bench, 1, 'Hello there');
    if (!answer.ok) throw new Error(answer.error.code);
    const { messageId } = answer.value;
    expect(answer.value).toEqual({ messageId, segments: 1, wait: null });
    const again = await bench.restart();
    expect(again.row(messageId)).toMatchObject({
      state: 'queued',
      kind: 'initial',
      body: 'Hello there',
      attempts: 0,
      script_id: 1,
      queued_at: tenInNewYork,
    });
    expect(again.journalOf(messageId)).toEqual(['outbox/queued']);
    expect(again.store.look((reader) => reader.get('SELECT state FROM assignment WHERE id = 1'))).toEqual({
      state: 'texted',
    });
  });

  it('writes nothing when the transaction around it fails after it', async () => {
    const bench = await openOutbox();
    const before = everything(bench);
    const fail = (): void =>
      bench.store.write((tx) => {
        bench.outbox.queueInitial(tx, { assignmentId: 1, userId: 1, text: 'Hello' });
        throw new Error('the intent could not be noted');
      });
    expect(fail).toThrow('could not be noted');
    await bench.settle();
    expect(everything(bench)).toEqual(before);
    expect(bench.carrier.calls).toEqual([]);
  });

  it('refuses a second first text to a contact, also with a new intent', async () => {
    const bench = await openOutbox();
    expect(await enter(bench, 1)).toMatchObject({ ok: true });
    expect(await enter(bench, 1)).toMatchObject({ ok: false, error: { code: 'assignments/already-texted' } });
    await bench.settle();
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('refuses it while the assignment still says that it is on a desk', async () => {
    const bench = await openOutbox();
    await enter(bench, 1);
    bench.run(`UPDATE assignment SET state = 'claimed' WHERE id = 1`);
    expect(await enter(bench, 1)).toMatchObject({ ok: false, error: { code: 'assignments/already-texted' } });
  });

  it('replaces look-alike characters that would make a text longer', async () => {
    const bench = await openOutbox({ isUnconnected: true });
    const answer = await enter(bench, 1, '  It’s “time”  ');
    if (!answer.ok) throw new Error(answer.error.code);
    expect(bench.row(answer.value.messageId).body).toBe(`It's "time"`);
  });

  it('tells that a text outside the hours waits for them, and queues it all the same', async () => {
    const bench = await openOutbox({ clock: settableClock({ startAt: tenInNewYork - 90 * minuteMs }) });
    const answer = await enter(bench, 1);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.wait).toBe('hours');
    await bench.settle();
    expect(bench.stateOf(answer.value.messageId)).toBe('queued');
    expect(bench.carrier.calls).toEqual([]);
  });

  it('holds a text under the lock until the instant at which the lock ends', async () => {
    const bench = await openOutbox();
    const lastAt = tenInNewYork - hourMs;
    bench.run(
      'INSERT INTO phone_fact (phone, last_initial_at, last_out_at) VALUES (?, ?, ?)',
      phoneOf(1),
      lastAt,
      lastAt,
    );
    const answer = await enter(bench, 1);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.wait).toBe('lock');
    expect(bench.row(answer.value.messageId)).toMatchObject({
      wait_reason: 'lock',
      not_before_at: lastAt + 6 * hourMs,
    });
    await bench.pass(5 * hourMs - 1_000, 10_000);
    expect(bench.carrier.calls).toEqual([]);
    await bench.pass(1_000);
    expect(bench.carrier.calls).toHaveLength(1);
  });
});

describe('the number', () => {
  function addNumbers(bench: OutboxBench): void {
    for (let id = 2; id <= 5; id += 1) {
      bench.run(
        `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
         SELECT ?, ?, account_id, ?, '', 1, 100, 0 FROM number WHERE id = 1`,
        id,
        `+1202555019${id}`,
        `PN${id}`,
      );
    }
  }

  it('is drawn by contact and action: contacts spread over all numbers, and a store elsewhere draws the same', async () => {
    const drawAll = async (): Promise<number[]> => {
      const bench = await openOutbox();
      addNumbers(bench);
      return Array.from({ length: 20 }, (_, index) => bench.row(bench.sendInitial(index + 1)).number_id);
    };
    const drawn = await drawAll();
    expect(await drawAll()).toEqual(drawn);
    expect(new Set(drawn).size).toBeGreaterThan(3);
  });

  it('is the one that the contact knows, whatever would be drawn', async () => {
    const bench = await openOutbox();
    addNumbers(bench);
    const numbers = Array.from({ length: 5 }, (_, index) => index + 1);
    for (const [contactId, numberId] of numbers.entries()) {
      bench.run('UPDATE number SET can_text = (id = ?)', numberId);
      bench.sendInitial(contactId + 1);
    }
    bench.run('UPDATE number SET can_text = 1');
    await bench.settle();
    for (const contactId of numbers) bench.reply(contactId);
    const followUps = numbers.map((contactId) => bench.row(bench.sendFollowUp(contactId)).number_id);
    expect(followUps).toEqual(numbers);
  });

  it('is another when the contact knows only one that is lost', async () => {
    const bench = await openOutbox();
    const first = bench.sendInitial(1);
    addNumbers(bench);
    bench.run('UPDATE number SET lost_at = 1 WHERE id = 1');
    await bench.settle();
    bench.reply(1);
    const second = bench.row(bench.sendFollowUp(1));
    expect(bench.row(first).number_id).toBe(1);
    expect(second.number_id).not.toBe(1);
  });

  it('is of the account that texts leave through', async () => {
    const bench = await openOutbox();
    bench.run(`UPDATE number SET account_id = 'AC-other'`);
    expect(await enter(bench, 1)).toMatchObject({ error: { code: 'numbers/none' } });
  });
});

it('a text can be decided without a line, and leaves when there is one', async () => {
  const bench = await openOutbox({ isEager: true });
  bench.carrier.unreachable = true;
  await bench.settle();
  const messageId = bench.sendInitial(1);
  await bench.pass(2 * 60_000);
  expect(bench.stateOf(messageId)).toBe('queued');
  bench.carrier.unreachable = false;
  await bench.pass(60_000);
  expect(bench.stateOf(messageId)).toBe('handed-over');
  expect(bench.clock.nowMs()).toBeLessThan(tenInNewYork + dayMs);
});
