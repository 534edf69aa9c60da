import { describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/contract/index.ts';
import { type OutboxBench, openOutbox } from '../../support/outbox.ts';

/** A campaign that wants written scripts only: the first text of contact 1 reads “Hi C1, this is Ana”. */
async function openWrittenOnly(role: Role = 'texter'): Promise<OutboxBench> {
  const bench = await openOutbox({ isUnconnected: true });
  bench.run('UPDATE campaign SET own_words = 0');
  bench.run('UPDATE user SET role = ?', role);
  bench.run('UPDATE script SET body = ? WHERE id = 1', 'Hi ##{{first_name}}, this is ##{{user.first_name}}');
  bench.run(
    `INSERT INTO script (id, name, body, created_by, created_at, changed_at)
     VALUES (2, 'Where', ' At the hall, ##{{first_name}}', 1, 0, 0), (3, 'Elsewhere', 'Hello', 1, 0, 0)`,
  );
  bench.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (1, 'response', 0, 2)`);
  return bench;
}

function enter(bench: OutboxBench, text: string) {
  return bench.call('outbox/send-initial', { assignmentId: 1, text }, 'texter');
}

function answer(bench: OutboxBench, text: string, scriptId: number | null) {
  return bench.store.write((tx) =>
    bench.outbox.queueFollowUp(tx, { actionId: 1, contactId: 1, userId: 1, text, scriptId }),
  );
}

const refused = { ok: false, error: { code: 'outbox/own-words' } };

describe('where a campaign wants written scripts only', () => {
  it.each(['texter', 'lead'] as const)('a %s sends a first text word for word', async (role) => {
    const bench = await openWrittenOnly(role);
    expect(await enter(bench, 'Hi C1, this is Ana. I mean it')).toMatchObject(refused);
    expect(bench.store.look((reader) => reader.all('SELECT id FROM message'))).toEqual([]);
    expect(await enter(bench, 'Hi C1, this is Ana')).toMatchObject({ ok: true });
  });

  it('a text is the script when only what the carrier is sent anyway is different', async () => {
    const bench = await openWrittenOnly();
    bench.run('UPDATE script SET body = ? WHERE id = 1', ' “Hi” ');
    expect(await enter(bench, '"Hi"\n')).toMatchObject({ ok: true });
  });

  it.each([
    ['own words', 'See you there', null],
    ['own words under the name of a script', 'See you there', 2],
    ["a script's words without its name", 'At the hall, C1', null],
    ['a script that its action does not have', 'Hello', 3],
    ['the words for somebody else', 'At the hall, C2', 2],
  ])('a texter cannot answer with %s', async (_what, text, scriptId) => {
    const bench = await openWrittenOnly();
    expect(answer(bench, text, scriptId)).toMatchObject(refused);
  });

  it('a texter answers with a script of the action', async () => {
    const bench = await openWrittenOnly();
    expect(answer(bench, 'At the hall, C1', 2)).toMatchObject({ ok: true });
  });

  it.each(['admin', 'owner'] as const)('an %s writes what the moment asks for', async (role) => {
    const bench = await openWrittenOnly(role);
    expect(answer(bench, 'See you there', null)).toMatchObject({ ok: true });
    expect(await enter(bench, 'Dear C1')).toMatchObject({ ok: true });
  });

  it('a contact who has opted out is told of first', async () => {
    const bench = await openWrittenOnly();
    bench.optOut(1);
    expect(await enter(bench, 'Anything')).toMatchObject({ error: { code: 'outbox/opted-out' } });
  });
});

describe('where a campaign lets its texters write', () => {
  it('a first text and an answer are theirs to word', async () => {
    const bench = await openOutbox({ isUnconnected: true });
    expect(await enter(bench, 'Dear C1')).toMatchObject({ ok: true });
    expect(answer(bench, 'See you there', null)).toMatchObject({ ok: true });
  });

  it('an answer is counted for a script only when its action has it', async () => {
    const bench = await openOutbox({ isUnconnected: true });
    const queued = answer(bench, 'See you there', 1);
    if (!queued.ok) throw new Error(queued.error.code);
    expect(bench.row(queued.value.messageId).script_id).toBeNull();
  });
});
