import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, type OutboxBench, openOutbox, phoneOf, tenInNewYork } from '../../support/outbox.ts';
import { lostRequest } from '../../support/scripted-carrier.ts';

/** A text of which nobody could say for a day whether the carrier has it. */
async function unknownForADay(): Promise<{ bench: OutboxBench; messageId: number }> {
  const bench = await openOutbox();
  bench.carrier.listScript.push(...Array.from({ length: 2_000 }, () => 'unreadable' as const));
  bench.carrier.script.push(lostRequest);
  const messageId = bench.sendInitial(1);
  await bench.settle();
  await bench.pass(dayMs + 10 * minuteMs, 30_000);
  return { bench, messageId };
}

describe('a text of which nothing is known for a day', () => {
  it("becomes a person's to decide, who is told why, and is called no second time", async () => {
    const { bench, messageId } = await unknownForADay();
    expect(bench.row(messageId)).toMatchObject({ state: 'needs-person', reason: 'unknown-too-long' });
    expect(bench.carrier.calls).toHaveLength(1);
    const listed = await bench.call('outbox/list-needs-person', {});
    expect(listed).toMatchObject({
      ok: true,
      value: {
        messages: [{ messageId, reason: 'unknown-too-long', text: 'Hello 1', firstName: 'C1' }],
        next: null,
      },
    });
    expect(await bench.outbox.readStatus()).toMatchObject({ needsPerson: 1, uncertain: 0 });
  });

  it('leaves when the person says so', async () => {
    const { bench, messageId } = await unknownForADay();
    expect(await bench.call('outbox/decide', { messageId, decision: 'send' })).toMatchObject({ ok: true });
    await bench.settle();
    expect(bench.row(messageId)).toMatchObject({ state: 'handed-over', reason: null });
    expect(bench.journalOf(messageId)).toContain('outbox/requeued');
    expect(await bench.call('outbox/decide', { messageId, decision: 'send' })).toMatchObject({
      error: { code: 'outbox/already-decided' },
    });
  });

  it('is withdrawn when the person says so, and cannot be decided again', async () => {
    const { bench, messageId } = await unknownForADay();
    expect(await bench.call('outbox/decide', { messageId, decision: 'withdraw' })).toMatchObject({ ok: true });
    await bench.pass(hourMs, minuteMs);
    expect(bench.row(messageId)).toMatchObject({ state: 'cancelled', reason: 'by-person' });
    expect(bench.carrier.calls).toHaveLength(1);
    expect(await bench.call('outbox/decide', { messageId, decision: 'send' })).toMatchObject({
      error: { code: 'outbox/already-decided' },
    });
  });

  it("is withdrawn by the contact's opt-out", async () => {
    const { bench, messageId } = await unknownForADay();
    bench.optOut(1);
    expect(bench.row(messageId)).toMatchObject({ state: 'cancelled', reason: 'opted-out' });
  });

  it('is handed over after all when the sweep shows it', async () => {
    const { bench, messageId } = await unknownForADay();
    const shown = bench.carrier.put({
      from: '+12025550199',
      to: phoneOf(1),
      body: 'Hello 1',
      createdAt: tenInNewYork + 1_000,
    });
    expect(bench.store.write((tx) => bench.outbox.offer(tx, shown))).toBe(true);
    expect(bench.stateOf(messageId)).toBe('handed-over');
  });

  it('does not hold up other texts to the phone', async () => {
    const { bench } = await unknownForADay();
    bench.reply(1);
    const followUp = bench.sendFollowUp(1);
    await bench.settle();
    expect(bench.stateOf(followUp)).toBe('handed-over');
  });
});

it('nobody can decide about a text that is not there', async () => {
  const bench = await openOutbox();
  expect(await bench.call('outbox/decide', { messageId: 99, decision: 'send' })).toMatchObject({
    error: { code: 'outbox/not-found' },
  });
});

it('nobody can decide about a text that needs nobody', async () => {
  const bench = await openOutbox();
  const messageId = bench.sendInitial(1);
  expect(await bench.call('outbox/decide', { messageId, decision: 'withdraw' })).toMatchObject({
    error: { code: 'outbox/already-decided' },
  });
});

it('a decision to send is judged by every safeguard', async () => {
  const bench = await openOutbox({ isEager: true });
  const messageId = bench.sendInitial(1);
  bench.setAction('paused');
  await bench.pass(73 * hourMs, 10 * minuteMs);
  bench.setAction('published');
  await bench.settle();
  expect(bench.row(messageId)).toMatchObject({ state: 'needs-person', reason: 'too-old' });
  bench.run('INSERT INTO phone_fact (phone, blocked_at) VALUES (?, 1)', phoneOf(1));
  await bench.call('outbox/decide', { messageId, decision: 'send' });
  await bench.settle();
  expect(bench.row(messageId)).toMatchObject({ state: 'blocked', reason: 'blocked' });
  expect(bench.carrier.calls).toEqual([]);
});

it('what needs a person is listed in pages, the oldest first', async () => {
  const bench = await openOutbox({ isEager: true });
  const ids = [1, 2, 3, 4, 5].map((id) => bench.sendInitial(id));
  bench.run('UPDATE number SET lost_at = 1');
  await bench.settle();
  const pageAfter = async (after: number | null) => {
    const page = await bench.call('outbox/list-needs-person', { after, limit: 2 });
    if (!page.ok) throw new Error(page.error.code);
    return { ids: page.value.messages.map(({ messageId }) => messageId), next: page.value.next };
  };
  const pages: number[][] = [];
  for (let after: number | null = null, begun = false; after !== null || !begun; begun = true) {
    const { ids: page, next } = await pageAfter(after);
    pages.push(page);
    after = next;
  }
  expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
});

it('texters may neither decide nor see what needs a person', async () => {
  const bench = await openOutbox();
  const refused = { error: { code: 'serve/not-allowed' } };
  expect(await bench.call('outbox/decide', { messageId: 1, decision: 'send' }, 'texter')).toMatchObject(refused);
  expect(await bench.call('outbox/list-needs-person', {}, 'texter')).toMatchObject(refused);
  expect(await bench.call('outbox/resume-sending', {}, 'lead')).toMatchObject(refused);
});
