import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, type OutboxBench, openOutbox, secondMs } from '../../support/outbox.ts';
import type { Deed } from '../../support/scripted-carrier.ts';
import { heldAnswer, lostRequest } from '../../support/scripted-carrier.ts';

const firstId = `SM${'0'.repeat(32)}`;
const secondId = `SM${'1'.repeat(32)}`;
const takenAs = (carrierId: string): Deed => ({
  outcome: { kind: 'accepted', carrierId, status: { known: true, name: 'queued' } },
});

const events = ({ log }: OutboxBench): string[] => log.lines.map(({ event }) => String(event));

describe('an answer that cannot be written down', () => {
  it('puts its text in doubt, and the answers beside it are written', async () => {
    const bench = await openOutbox();
    // No two texts can have the same name at the carrier.
    bench.carrier.script.push(takenAs(firstId), takenAs(firstId), takenAs(secondId));
    const [one, same, other] = [bench.sendInitial(1), bench.sendInitial(2), bench.sendInitial(3)];
    await bench.settle();
    expect([one, same, other].map(bench.stateOf)).toEqual(['handed-over', 'uncertain', 'handed-over']);
    expect(events(bench)).toContain('answer-put-in-doubt');
  });

  it('does not keep the next texts from leaving', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(takenAs(firstId), takenAs(firstId));
    bench.sendInitial(1);
    bench.sendInitial(2);
    await bench.settle();
    const next = bench.sendInitial(3);
    await bench.settle();
    await bench.pass(secondMs);
    expect(bench.stateOf(next)).toBe('handed-over');
  });

  it('is put in doubt, and the others are written, also when it comes as the engine leaves', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(takenAs(firstId), { ...takenAs(firstId), held: true }, heldAnswer);
    const [, same, other] = [bench.sendInitial(1), bench.sendInitial(2), bench.sendInitial(3)];
    await bench.settle();
    const stopped = bench.outbox.stop();
    bench.carrier.releaseAll();
    await stopped;
    expect([same, other].map(bench.stateOf)).toEqual(['uncertain', 'handed-over']);
  });
});

it('an answer is written also while no text at all can be looked for, and texts leave once that is mended', async () => {
  const bench = await openOutbox();
  bench.carrier.script.push(heldAnswer);
  const answered = bench.sendInitial(1);
  await bench.settle();
  const next = bench.sendInitial(2);
  bench.run(`INSERT INTO zone_set (id, zones) VALUES (99, '{}')`);
  bench.outbox.wake();
  bench.carrier.release();
  await bench.settle();
  expect([answered, next].map(bench.stateOf)).toEqual(['handed-over', 'queued']);
  await bench.pass(minuteMs);
  expect(events(bench).filter((event) => event === 'dispatch-failed').length).toBeLessThanOrEqual(13);

  bench.run('DELETE FROM zone_set WHERE id = 99');
  await bench.pass(5 * secondMs);
  expect(bench.stateOf(next)).toBe('handed-over');
});

describe('a queued text that cannot be judged', () => {
  async function waiting(): Promise<{ readonly bench: OutboxBench; readonly ids: readonly number[] }> {
    const bench = await openOutbox();
    const ids = [1, 2, 3, 4].map((contactId) => bench.sendInitial(contactId));
    bench.setAction('paused');
    await bench.settle();
    return { bench, ids };
  }

  it('is held back while all others leave, and leaves when it can be judged again', async () => {
    const { bench, ids } = await waiting();
    const lose = 'UPDATE message SET contact_id = contact_id + 1000 WHERE contact_id IN (1, 3)';
    bench.run(lose);
    bench.setAction('published');
    await bench.settle();
    await bench.pass(5 * secondMs);
    expect(ids.map(bench.stateOf)).toEqual(['queued', 'handed-over', 'queued', 'handed-over']);
    expect(events(bench).filter((event) => event === 'text-passed-over')).toHaveLength(2);

    bench.run('UPDATE message SET contact_id = contact_id - 1000 WHERE contact_id > 1000');
    await bench.pass(12 * minuteMs, 30 * secondMs);
    expect(ids.map(bench.stateOf)).toEqual(['handed-over', 'handed-over', 'handed-over', 'handed-over']);
  });

  it('is told of once in the log, however often it is looked at again', async () => {
    const { bench } = await waiting();
    bench.run('UPDATE message SET contact_id = contact_id + 1000 WHERE contact_id IN (1, 3)');
    bench.setAction('published');
    await bench.settle();
    await bench.pass(2 * hourMs, minuteMs);
    const told = bench.log.lines.filter(({ level }) => level === 'error');
    expect(told.map(({ event, messageId }) => `${event} ${messageId}`)).toEqual([
      'text-passed-over 1',
      'text-passed-over 3',
    ]);
  });

  it('is stopped for good, and told so in the journal, when not even its phone is one', async () => {
    const { bench, ids } = await waiting();
    bench.run(`UPDATE message SET phone = 'nobody' WHERE contact_id = 1`);
    bench.setAction('published');
    await bench.settle();
    await bench.pass(5 * secondMs);
    expect(ids.map(bench.stateOf)).toEqual(['blocked', 'handed-over', 'handed-over', 'handed-over']);
    expect(bench.journalOf(ids[0] ?? null, 'outbox/')).toContain('outbox/blocked');
  });

  it('does not keep the texts of an action that has ended from being withdrawn', async () => {
    const { bench, ids } = await waiting();
    bench.run(`UPDATE message SET phone = 'nobody' WHERE contact_id = 1`);
    bench.setAction('ended');
    await bench.settle();
    await bench.pass(5 * secondMs);
    expect(ids.map(bench.stateOf)).toEqual(['blocked', 'cancelled', 'cancelled', 'cancelled']);
  });

  it('does not keep them from being withdrawn while there is no line either', async () => {
    const { bench, ids } = await waiting();
    bench.carrier.unreachable = true;
    bench.outbox.noteLine(false);
    bench.run(`UPDATE message SET phone = 'nobody' WHERE contact_id = 1`);
    bench.setAction('ended');
    await bench.settle();
    await bench.pass(5 * secondMs);
    expect(ids.map(bench.stateOf)).toEqual(['blocked', 'cancelled', 'cancelled', 'cancelled']);
  });

  it('is put aside once, however many others are like it', async () => {
    const { bench } = await waiting();
    const rowsChanged = () =>
      bench.store.look((reader) => reader.get<{ n: number }>('SELECT total_changes() AS n'))?.n ?? 0;
    bench.store.write((tx) =>
      tx.run(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
         INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments, queued_at)
         SELECT 'initial', 1, 5000 + i, 1, 1, printf('+1202555%04d', i), 2, 'Hello', 1, ? FROM n`,
        bench.clock.nowMs(),
      ),
    );
    const before = rowsChanged();
    bench.setAction('published');
    await bench.settle();
    await bench.pass(20 * secondMs);
    expect(events(bench).filter((event) => event === 'text-passed-over')).toHaveLength(100);
    // What was rolled back counts too: the four that can leave were claimed again and again.
    expect(rowsChanged() - before).toBeLessThan(100 * 20);
  });
});

describe('a text that cannot be read', () => {
  it('and is in doubt does not keep the engine from starting, nor the others from leaving', async () => {
    const bench = await openOutbox();
    bench.carrier.script.push(lostRequest);
    const inDoubt = bench.sendInitial(1);
    await bench.settle();
    bench.run(`UPDATE message SET phone = 'nobody' WHERE id = ?`, inDoubt);
    const next = await bench.restart();
    const other = next.sendInitial(2);
    await next.pass(minuteMs);
    expect([inDoubt, other].map(next.stateOf)).toEqual(['uncertain', 'handed-over']);
    expect(events(next).filter((event) => event === 'settling-failed')).toHaveLength(1);
  });

  it('and waits for a person does not hide the others that do', async () => {
    const bench = await openOutbox({ isUnconnected: true });
    const ids = [1, 2].map((contactId) => bench.sendInitial(contactId));
    bench.run(`UPDATE message SET state = 'needs-person', reason = 'too-old'`);
    bench.run(`UPDATE message SET phone = 'nobody' WHERE id = ?`, ids[0] ?? 0);
    const page = await bench.call('outbox/list-needs-person', { limit: 10 });
    expect(page).toMatchObject({ ok: true, value: { messages: ids.map((messageId) => ({ messageId })) } });
  });
});
