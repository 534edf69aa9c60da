import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, type OutboxBench, openOutbox, phoneOf, tenInNewYork } from '../../support/outbox.ts';
import { refusal, turnedAway } from '../../support/scripted-carrier.ts';

/** The instants of the calls, in milliseconds after ten in New York. */
function callTimes(bench: OutboxBench): number[] {
  const times: number[] = [];
  bench.carrier.onCall = () => times.push(bench.clock.nowMs() - tenInNewYork);
  return times;
}

function pauses(bench: OutboxBench): unknown[] {
  return bench.store.look((reader) => reader.all('SELECT scope, until_at, reason, code FROM pause ORDER BY scope'));
}

describe('a refusal of one text', () => {
  it('is kept with its code, and the text is never tried again', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(refusal(21212));
    const messageId = bench.sendInitial(1);
    await bench.pass(2 * minuteMs);
    expect(bench.row(messageId)).toMatchObject({ state: 'refused', refusal_code: 21212, carrier_id: null });
    expect(bench.carrier.calls).toHaveLength(1);
    expect(bench.journalOf(messageId).at(-1)).toBe('outbox/refused');
  });

  it('because the phone has opted out at the carrier opts it out here, and withdraws what waits for it', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(refusal(21610));
    bench.reply(1);
    const refused = bench.sendFollowUp(1, 'One');
    const waiting = bench.sendFollowUp(1, 'Two');
    await bench.pass(minuteMs);
    expect(bench.stateOf(refused)).toBe('refused');
    expect(bench.row(waiting)).toMatchObject({ state: 'blocked', reason: 'opted-out' });
    expect(bench.store.look((reader) => reader.all('SELECT phone, source FROM opt_out'))).toEqual([
      { phone: phoneOf(1), source: 'carrier' },
    ]);
  });

  it.each([21614, 30006])('with %i marks the phone as one that takes no texts, and journals it', async (code) => {
    const bench = await openOutbox();
    bench.carrier.script.push(refusal(code));
    bench.sendInitial(1);
    await bench.settle();
    const known = bench.store.look((reader) => reader.get('SELECT phone, unreachable_code FROM phone_fact'));
    expect(known).toEqual({ phone: phoneOf(1), unreachable_code: code });
    expect(bench.journalOf(1, 'contacts/')).toEqual(['contacts/unreachable']);
  });
});

describe('a refusal of the number or the account', () => {
  it('keeps the text, stops the account, says so, and goes on when somebody has put it right', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(refusal(20003, 'account'));
    const first = bench.sendInitial(1);
    await bench.settle();
    const second = bench.sendInitial(2);
    await bench.pass(hourMs, minuteMs);
    expect([bench.stateOf(first), bench.stateOf(second)]).toEqual(['queued', 'queued']);
    expect(bench.carrier.calls).toHaveLength(1);
    expect(await bench.outbox.readStatus()).toMatchObject({
      queued: 2,
      waiting: { pause: 2 },
      heldBy: { code: 'outbox/sending-refused', params: { code: 20003 } },
    });
    expect(await bench.call('outbox/resume-sending', {})).toMatchObject({ ok: true });
    await bench.settle();
    expect([bench.stateOf(first), bench.stateOf(second)]).toEqual(['handed-over', 'handed-over']);
    expect(bench.journalOf(null)).toEqual(['outbox/paused', 'outbox/resumed']);
    expect(await bench.outbox.readStatus()).toMatchObject({ queued: 0, heldBy: null });
  });

  it('stops only that number when only the number is refused', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(refusal(21606, 'number'));
    const first = bench.sendInitial(1);
    await bench.settle();
    bench.run(
      `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
       SELECT 2, '+12025550198', account_id, 'PN2', '', 1, 100, 0 FROM number WHERE id = 1`,
    );
    bench.run('UPDATE number SET can_text = (id = 2)');
    const second = bench.sendInitial(2);
    bench.run('UPDATE number SET can_text = 1');
    await bench.pass(2 * minuteMs);
    expect([bench.stateOf(first), bench.stateOf(second)]).toEqual(['queued', 'handed-over']);
    await bench.call('outbox/resume-sending', {});
    await bench.settle();
    expect(bench.stateOf(first)).toBe('handed-over');
  });

  it('is journalled once, however many calls were under way', async () => {
    const bench = await openOutbox({ isEager: true });
    bench.carrier.script.push(...Array.from({ length: 5 }, () => refusal(20003, 'account')));
    for (let id = 1; id <= 5; id += 1) bench.sendInitial(id);
    await bench.settle();
    expect(bench.carrier.calls).toHaveLength(5);
    expect(bench.journalOf(null)).toEqual(['outbox/paused']);
  });

  it('lasts over a restart', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(refusal(20003, 'account'));
    bench.sendInitial(1);
    await bench.settle();
    const next = await bench.restart();
    await next.pass(2 * minuteMs);
    expect(next.carrier.calls).toHaveLength(1);
  });

  it('is no news when it comes after somebody resumed, to a call that was made before', async () => {
    const bench = await openOutbox({ isEager: true });
    bench.carrier.script.push(refusal(20003, 'account'), { ...refusal(20003, 'account'), held: true });
    bench.sendInitial(1);
    const second = bench.sendInitial(2);
    await bench.settle();
    await bench.call('outbox/resume-sending', {});
    await bench.settle();
    bench.carrier.release();
    await bench.settle();
    expect(pauses(bench)).toEqual([]);
    expect(bench.stateOf(second)).toBe('handed-over');
  });

  it('is not ended by a pause that time would end', async () => {
    const bench = await openOutbox({ isEager: true });
    bench.carrier.script.push(refusal(20003, 'account'), turnedAway('rate', 1_000));
    bench.sendInitial(1);
    bench.sendInitial(2);
    await bench.settle();
    await bench.pass(minuteMs);
    expect(bench.carrier.calls).toHaveLength(2);
    expect(pauses(bench)).toEqual([{ scope: 'account', until_at: null, reason: 'refused', code: 20003 }]);
  });
});

describe('an answer of "too many requests"', () => {
  it('pauses the account also when it could be written down only at the second try', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push({ ...turnedAway('rate'), held: true });
    bench.sendInitial(1);
    await bench.settle();
    bench.disk.fill();
    bench.carrier.release();
    await bench.settle();
    bench.disk.free();
    await bench.settle();
    expect(pauses(bench)).toMatchObject([{ scope: 'account', reason: 'rate' }]);
    expect(bench.carrier.calls).toHaveLength(1);
  });

  it('pauses the account for as long as the carrier asks, and then goes on by itself', async () => {
    const bench = await openOutbox();
    const times = callTimes(bench);
    bench.carrier.script.push(turnedAway('rate', 17_000));
    const messageId = bench.sendInitial(1);
    await bench.settle();
    bench.sendInitial(2);
    await bench.settle();
    expect(bench.stateOf(messageId)).toBe('queued');
    expect(await bench.outbox.readStatus()).toMatchObject({ waiting: { limit: 2 }, heldBy: { code: 'carrier/busy' } });
    await bench.pass(minuteMs, 500);
    expect(times).toEqual([0, 17_000, 17_000]);
  });

  it('pauses twice as long each time that the carrier names no time', async () => {
    const bench = await openOutbox();
    const times = callTimes(bench);
    bench.carrier.script.push(...Array.from({ length: 4 }, () => turnedAway('rate')));
    bench.sendInitial(1);
    await bench.settle();
    await bench.pass(minuteMs, 100);
    // Half of 1, 2, 4 and 8 seconds: the random part is half in these tests.
    expect(times).toEqual([0, 500, 1_500, 3_500, 7_500]);
  });

  it('counts once for all calls that were under way together', async () => {
    const bench = await openOutbox({ isEager: true });
    const times = callTimes(bench);
    bench.carrier.script.push(...Array.from({ length: 8 }, () => turnedAway('rate')));
    for (let id = 1; id <= 8; id += 1) bench.sendInitial(id);
    await bench.settle();
    await bench.pass(minuteMs, 100);
    expect(times).toEqual([...Array.from({ length: 8 }, () => 0), ...Array.from({ length: 8 }, () => 500)]);
  });
});

it('a full queue pauses only its number, which goes on by itself', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(turnedAway('queue-full'));
  const first = bench.sendInitial(1);
  await bench.settle();
  bench.run(
    `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
     SELECT 2, '+12025550198', account_id, 'PN2', '', 1, 100, 0 FROM number WHERE id = 1`,
  );
  bench.run('UPDATE number SET can_text = (id = 2)');
  const second = bench.sendInitial(2);
  bench.run('UPDATE number SET can_text = 1');
  await bench.pass(30_000);
  expect([bench.stateOf(first), bench.stateOf(second)]).toEqual(['queued', 'handed-over']);
  expect(await bench.outbox.readStatus()).toMatchObject({ waiting: { limit: 1 }, heldBy: null });
  await bench.pass(30_000);
  expect(bench.stateOf(first)).toBe('handed-over');
});

it('a rest that a carrier code asked for ends early when somebody resumes, a plain one for its rate does not', async () => {
  const bench = await openOutbox({ isEager: true });
  const untilAt = tenInNewYork + 60 * minuteMs;
  const pause = 'INSERT INTO pause (scope, until_at, reason, code, since_at) VALUES (?, ?, ?, ?, ?)';
  bench.run(pause, 'account', untilAt, 'rate', 30023, tenInNewYork);
  bench.sendInitial(1);
  await bench.pass(1_000);
  expect(bench.carrier.calls).toHaveLength(0);
  await bench.call('outbox/resume-sending', {});
  await bench.pass(1_000);
  expect(bench.carrier.calls).toHaveLength(1);
  bench.run(pause, 'account', untilAt, 'rate', null, tenInNewYork);
  bench.sendInitial(2);
  await bench.call('outbox/resume-sending', {});
  await bench.pass(1_000);
  expect(bench.carrier.calls).toHaveLength(1);
});
