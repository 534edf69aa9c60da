import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findAssignmentOf, markTexted } from '../../../main/assignments/index.ts';
import { free } from '../../../main/assignments/queries.ts';
import type { Tx } from '../../../main/store/index.ts';
import { openTextBank } from './support/text-bank.ts';

/** An action of 30 contacts in batches of 10; Ana has texted contacts 1 to 3 of hers, Bo has claimed 11 to 20. */
async function openHalfway() {
  const bank = await openTextBank({ contactCount: 30, bucketSize: 10 });
  const actionId = await bank.publish(bank.initialScriptIds);
  const [ana, bo] = [bank.signIn('texter'), bank.signIn('texter')];
  await bank.claim(actionId, ana);
  await bank.claim(actionId, bo);
  bank.store.write((tx) => {
    for (const contactId of [1, 2, 3]) {
      markTexted(tx, findAssignmentOf(tx, actionId, contactId)?.assignmentId ?? 0);
    }
  });
  const ask = (name: 'assignments/give-back' | 'assignments/take-back', session: string) =>
    bank.call(name, { intentId: randomUUID(), actionId }, session);
  return { ...bank, bank, actionId, ana, bo, ask };
}

describe('giving a desk back', () => {
  it('frees whom one has not texted for the next who claims, and nobody else', async () => {
    const { bank, actionId, ana, bo, ask } = await openHalfway();
    expect(await ask('assignments/give-back', ana)).toMatchObject({ value: { contactCount: 7 } });
    expect(await bank.desk(actionId, ana)).toEqual([]);
    expect(await bank.desk(actionId, bo)).toHaveLength(10);
    const cy = bank.signIn('texter');
    await bank.claim(actionId, cy);
    expect((await bank.desk(actionId, cy)).slice(0, 7)).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(bank.store.look((reader) => findAssignmentOf(reader, actionId, 1))?.state).toBe('texted');
  });

  it('is in the journal with who did it and whose desk it was, and not at all when there was nobody', async () => {
    const { store, actionId, ana, ask } = await openHalfway();
    await ask('assignments/give-back', ana);
    expect(await ask('assignments/give-back', ana)).toMatchObject({ value: { contactCount: 0 } });
    const trail = store.look((reader) =>
      reader.all(`SELECT user_id, entity_id, payload FROM journal WHERE kind = 'assignments/freed'`),
    );
    expect(trail).toEqual([{ user_id: 2, entity_id: actionId, payload: '{"from":2,"contactCount":7}' }]);
  });

  it('tells the screens', async () => {
    const { events, ana, ask } = await openHalfway();
    events.length = 0;
    await ask('assignments/give-back', ana);
    expect(events).toContainEqual({ event: 'changed', room: 'assignments' });
  });

  it('walks the desks, not the contacts', async () => {
    const { store, actionId } = await openHalfway();
    const plan = store.write((tx) => {
      const lines: string[] = [];
      const run: Tx['run'] = (sql, ...values) => {
        lines.push(...tx.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail));
        return { changes: 0, id: 0 };
      };
      free({ ...tx, run }, actionId, [2]);
      return lines;
    });
    expect(plan[0]).toContain('INDEX assignment_desk (user_id=? AND action_id=?)');
  });
});

describe('taking desks back', () => {
  it('frees whom nobody has texted, from whoever’s desk', async () => {
    const { bank, actionId, ana, bo, ask } = await openHalfway();
    const admin = bank.signIn('admin');
    expect(await ask('assignments/take-back', admin)).toMatchObject({ value: { contactCount: 17 } });
    expect(await bank.desk(actionId, ana)).toEqual([]);
    expect(await bank.desk(actionId, bo)).toEqual([]);
  });

  it.each(['texter', 'lead'] as const)('is not for a %s', async (role) => {
    const { bank, ask } = await openHalfway();
    expect(await ask('assignments/take-back', bank.signIn(role))).toMatchObject({
      error: { code: 'serve/not-allowed' },
    });
  });

  it('knows no action that is not there', async () => {
    const { bank } = await openHalfway();
    const admin = bank.signIn('admin');
    for (const name of ['assignments/give-back', 'assignments/take-back'] as const) {
      const answer = await bank.call(name, { intentId: randomUUID(), actionId: 99 }, admin);
      expect(answer).toMatchObject({ error: { code: 'actions/not-found' } });
    }
  });
});
