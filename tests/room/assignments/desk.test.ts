import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawScript, findAssignmentOf, markTexted } from '../../../main/assignments/index.ts';
import { countDesks, listBatches, listDesk } from '../../../main/assignments/queries.ts';
import { findContact } from '../../../main/contacts/index.ts';
import { testStart } from '../../support/stores.ts';
import { plansOf } from './support/plans.ts';
import { neverTexted } from './support/seeds.ts';
import { openTextBank, type TextBank } from './support/text-bank.ts';

async function openDesk(bank: TextBank) {
  const actionId = await bank.publish(bank.initialScriptIds);
  const session = bank.signIn('texter');
  await bank.claim(actionId, session);
  const read = async (after: number | null = null, limit = 50) => {
    const answer = await bank.call('assignments/list-desk', { actionId, after, limit }, session);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  return { actionId, session, read };
}

describe('a desk', () => {
  it('shows each contact with the text as it will be sent', async () => {
    const bank = await openTextBank({ contactCount: 2, initialScripts: ['Hi ##{{first_name}} “there”! ##{{email}}'] });
    const { read } = await openDesk(bank);
    const common = {
      lastName: '',
      scriptId: 1,
      segments: 1,
      zones: ['America/New_York'],
      gaps: [{ name: 'email', at: 15 }],
      putOffAt: null,
    };
    expect(await read()).toEqual({
      desk: [
        {
          assignmentId: 1,
          batchId: 1,
          contactId: 1,
          firstName: 'Bo1',
          text: expect.stringContaining('Hi Bo1 "there"!'),
          ...common,
        },
        {
          assignmentId: 2,
          batchId: 1,
          contactId: 2,
          firstName: 'Bo2',
          text: expect.stringContaining('Hi Bo2 "there"!'),
          ...common,
        },
      ],
      leftCount: 2,
      batch: { batchIds: [1], size: 2, texted: [] },
    });
  });

  it('names the texter who reads it', async () => {
    const bank = await openTextBank({ contactCount: 1, initialScripts: ['I am ##{{user.first_name}}'] });
    const { read } = await openDesk(bank);
    expect((await read()).desk.map(({ text }) => text)).toEqual(['I am Ana']);
  });

  it('is read a page at a time, and always tells how many are left on it', async () => {
    const bank = await openTextBank({ contactCount: 8 });
    const { actionId, read } = await openDesk(bank);
    const page = async (after: number | null) => {
      const { desk, leftCount } = await read(after, 3);
      return [desk.map(({ assignmentId }) => assignmentId), leftCount];
    };
    expect(await page(null)).toEqual([[1, 2, 3], 8]);
    expect(await page(3)).toEqual([[4, 5, 6], 8]);
    expect(await page(8)).toEqual([[], 8]);
    bank.store.write((tx) => {
      markTexted(tx, 1);
      neverTexted['opted-out'](tx, 2);
    });
    expect(await page(null)).toEqual([[3, 4, 5], 6]);
    expect(bank.store.look((reader) => findAssignmentOf(reader, actionId, 2))?.state).toBe('claimed');
  });

  it('is its texter’s alone', async () => {
    const bank = await openTextBank({ contactCount: 8 });
    const { actionId } = await openDesk(bank);
    expect(await bank.desk(actionId, bank.signIn('texter'))).toEqual([]);
  });

  it.each([
    ['paused', 3],
    ['ended', 0],
  ])('in an action that is %s shows %i contacts', async (state, leftCount) => {
    const bank = await openTextBank({ contactCount: 3 });
    const { read } = await openDesk(bank);
    bank.store.write((tx) => tx.run('UPDATE action SET state = ?', state));
    const { desk, ...left } = await read();
    expect([desk.length, left.leftCount]).toEqual([leftCount, leftCount]);
  });

  it('is not found in an action that is not there', async () => {
    const bank = await openTextBank();
    const answer = await bank.call('assignments/list-desk', { actionId: 9 }, bank.signIn('texter'));
    expect(answer).toMatchObject({ error: { code: 'actions/not-found' } });
  });
});

describe('the batch that a desk is left of', () => {
  it('is told as it was claimed, with whom of it has been texted', async () => {
    const bank = await openTextBank({ contactCount: 30 });
    const { actionId, session, read } = await openDesk(bank);
    bank.store.write((tx) => {
      for (const assignmentId of [1, 2, 5]) markTexted(tx, assignmentId);
      neverTexted['opted-out'](tx, 3);
    });
    expect(await read(8, 1)).toMatchObject({ leftCount: 6, batch: { size: 10, texted: [1, 2, 5] } });
    // A claim that gives what is left leaves out who opted out, and the batch is the same one.
    await bank.claim(actionId, session);
    expect(await read()).toMatchObject({ leftCount: 6, batch: { size: 10, texted: [1, 2, 5] } });
  });

  it('is the next one when the last is done, and none while nobody is on the desk', async () => {
    const bank = await openTextBank({ contactCount: 15 });
    const { actionId, session, read } = await openDesk(bank);
    bank.store.write((tx) => {
      for (let assignmentId = 1; assignmentId <= 10; assignmentId += 1) markTexted(tx, assignmentId);
    });
    expect(await read()).toEqual({ desk: [], leftCount: 0, batch: null });
    await bank.claim(actionId, session);
    expect(await read()).toMatchObject({ leftCount: 5, batch: { size: 5, texted: [] } });
  });

  it('is another one for whoever was taken back and is claimed again', async () => {
    const bank = await openTextBank({ contactCount: 12 });
    const { actionId, session, read } = await openDesk(bank);
    bank.store.write((tx) => markTexted(tx, 1));
    const before = await read();
    await bank.call('assignments/take-back', { intentId: randomUUID(), actionId }, bank.signIn('admin'));
    await bank.claim(actionId, session);
    const after = await read();
    expect(before.batch).toEqual({ batchIds: [1], size: 10, texted: [1] });
    expect(after.batch).toEqual({ batchIds: [2], size: 10, texted: [] });
    expect(new Set(before.desk.map(({ batchId }) => batchId))).toEqual(new Set([1]));
    expect(new Set(after.desk.map(({ batchId }) => batchId))).toEqual(new Set([2]));
    expect(after.desk.map(({ assignmentId }) => assignmentId)).toContain(2);
  });

  it('is told as long as somebody is on the desk, also where nobody of them may be texted any more', async () => {
    const bank = await openTextBank({ contactCount: 1 });
    const { read } = await openDesk(bank);
    bank.store.write((tx) => neverTexted['opted-out'](tx, 1));
    expect(await read()).toEqual({ desk: [], leftCount: 0, batch: { batchIds: [1], size: 1, texted: [] } });
  });

  it('is found by an index, and so is what is on the desk', async () => {
    const bank = await openTextBank({ contactCount: 3 });
    const { actionId } = await openDesk(bank);
    const plans = plansOf(bank.store, (reader) => {
      listBatches(reader, [1]);
      listDesk(reader, 2, actionId);
    });
    expect(plans).toContain('SEARCH assignment USING INDEX assignment_batch (batch_id=?)');
    expect(plans).toContain('SEARCH assignment USING INDEX assignment_desk (user_id=? AND action_id=?)');
  });
});

describe('one’s own desks', () => {
  it('are those with somebody left on them, each with how many', async () => {
    const bank = await openTextBank({ contactCount: 12 });
    const { actionId, session } = await openDesk(bank);
    const own = () => bank.call('assignments/list-own-desks', {}, session);
    expect(await own()).toMatchObject({ value: { desks: [{ actionId, leftCount: 10 }] } });
    bank.store.write((tx) => markTexted(tx, 1));
    expect(await own()).toMatchObject({ value: { desks: [{ actionId, leftCount: 9 }] } });
    const other = await bank.publish(bank.initialScriptIds);
    await bank.claim(other, session);
    expect(await own()).toMatchObject({ value: { desks: [{ leftCount: 9 }, { actionId: other, leftCount: 10 }] } });
    expect(await bank.call('assignments/list-own-desks', {}, bank.signIn('texter'))).toMatchObject({
      value: { desks: [] },
    });
  });

  it('are counted in an index alone', async () => {
    const bank = await openTextBank();
    expect(plansOf(bank.store, (reader) => countDesks(reader, 1))).toEqual([
      'SEARCH assignment USING COVERING INDEX assignment_desk (user_id=?)',
    ]);
  });
});

describe('a contact that is put off', () => {
  it('is so at its texter’s next coming, with when, and can be put off again', async () => {
    const bank = await openTextBank({ contactCount: 3 });
    const { session, read } = await openDesk(bank);
    const putOff = (assignmentId: number) => bank.call('assignments/put-off', { assignmentId }, session);
    const instants = async () => (await read()).desk.map(({ putOffAt }) => putOffAt);
    expect(await putOff(2)).toMatchObject({ value: {} });
    expect(await instants()).toEqual([null, testStart, null]);
    bank.clock.setWallClock(testStart + 1_000);
    await putOff(1);
    expect(await instants()).toEqual([testStart + 1_000, testStart, null]);
    bank.clock.setWallClock(testStart + 2_000);
    await putOff(2);
    expect(await instants()).toEqual([testStart + 1_000, testStart + 2_000, null]);
  });

  it('is on the desk of whoever does so', async () => {
    const bank = await openTextBank({ contactCount: 3 });
    const { session, read } = await openDesk(bank);
    const refused = { error: { code: 'assignments/not-yours' } };
    expect(await bank.call('assignments/put-off', { assignmentId: 1 }, bank.signIn('admin'))).toMatchObject(refused);
    bank.store.write((tx) => markTexted(tx, 2));
    expect(await bank.call('assignments/put-off', { assignmentId: 2 }, session)).toMatchObject(refused);
    expect((await read()).desk.map(({ putOffAt }) => putOffAt)).toEqual([null, null]);
  });
});

describe('the drawing of an initial script', () => {
  const initialScripts = ['Hi!', 'Hello!'];

  it('gives each script about half of the contacts, and the same one whenever it is asked for', async () => {
    const bank = await openTextBank({ contactCount: 1_000, bucketSize: 200, initialScripts });
    const actionId = await bank.publish(bank.initialScriptIds);
    const draw = (contactId: number): number =>
      bank.store.look((reader) => {
        const contact = findContact(reader, contactId);
        if (contact === undefined) throw new Error('no such contact');
        return drawScript(reader, bank.store.device, actionId, contact).scriptId;
      });
    const everybody = Array.from({ length: 1_000 }, (_, index) => index + 1);
    const drawn = everybody.map(draw);
    const first = drawn.filter((scriptId) => scriptId === bank.initialScriptIds[0]).length;
    // Four standard deviations of a fair coin; the hash is fixed, so this never fails by chance.
    expect(Math.abs(first - 500)).toBeLessThan(4 * Math.sqrt(1_000 / 4));
    expect(everybody.map(draw)).toEqual(drawn);

    const session = bank.signIn('texter');
    await bank.claim(actionId, session);
    const answer = await bank.call('assignments/list-desk', { actionId, limit: 50 }, session);
    expect(answer).toMatchObject({
      value: { desk: drawn.slice(0, 50).map((scriptId) => ({ scriptId, text: initialScripts[scriptId - 1] })) },
    });
  });

  it('follows the action’s id for the world, so that every desktop draws the same', async () => {
    const bank = await openTextBank({ contactCount: 10, initialScripts });
    const { read } = await openDesk(bank);
    const drawn = async () => (await read()).desk.map(({ scriptId }) => scriptId);
    const here = await drawn();
    bank.store.write((tx) => tx.run('UPDATE action SET origin = 1'));
    expect(await drawn()).toEqual(here);
    bank.store.write((tx) => tx.run('UPDATE action SET origin = ?', 5 * 2 ** 36 + 77));
    expect(await drawn()).not.toEqual(here);
  });
});

describe('the progress of an action', () => {
  it('counts its contacts by what became of them', async () => {
    const bank = await openTextBank({ contactCount: 13 });
    bank.store.write((tx) => neverTexted.blocked(tx, 2));
    const { actionId, session } = await openDesk(bank);
    bank.store.write((tx) => {
      markTexted(tx, 1);
      markTexted(tx, 3);
    });
    expect(await bank.call('assignments/read-progress', { actionId }, session)).toMatchObject({
      value: { unassigned: 2, claimed: 8, texted: 2, leftOut: 1 },
    });
  });

  it('is not found in an action that is not there', async () => {
    const bank = await openTextBank();
    const answer = await bank.call('assignments/read-progress', { actionId: 9 }, bank.signIn('admin'));
    expect(answer).toMatchObject({ error: { code: 'actions/not-found' } });
  });
});
