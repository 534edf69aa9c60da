import { describe, expect, it } from 'vitest';
import { minuteMs, type OutboxBench, openOutbox, secondMs } from '../../support/outbox.ts';
import type { Deed } from '../../support/scripted-carrier.ts';
import { heldAnswer } from '../../support/scripted-carrier.ts';

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
});
