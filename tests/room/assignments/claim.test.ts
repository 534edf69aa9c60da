import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { unassignedIn } from '../../../main/assignments/free.ts';
import { findAssignmentOf, markLeftOut, markTexted } from '../../../main/assignments/index.ts';
import { countUnassigned, listDesk } from '../../../main/assignments/queries.ts';
import type { Reader } from '../../../main/store/index.ts';
import { testStart } from '../../support/stores.ts';
import { plansOf } from './support/plans.ts';
import { neverTexted, zoneSets } from './support/seeds.ts';
import { openTextBank, type TextBank } from './support/text-bank.ts';

const reasons = ['opted-out', 'blocked', 'unreachable'] as const;

function stateOf({ store }: TextBank, actionId: number, contactId: number): string | undefined {
  return store.look((reader) => findAssignmentOf(reader, actionId, contactId))?.state;
}

/** The texter sends the first text to these contacts. */
function text({ store }: TextBank, actionId: number, contactIds: readonly number[]): void {
  store.write((tx) => {
    for (const contactId of contactIds) {
      const assignment = findAssignmentOf(tx, actionId, contactId);
      if (assignment === undefined) throw new Error('not laid out');
      markTexted(tx, assignment.assignmentId);
    }
  });
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a claim', () => {
  it('gives the next unassigned contacts, as many as the campaign’s bucket holds', async () => {
    const bank = await openTextBank({ contactCount: 30, bucketSize: 25 });
    const actionId = await bank.publish(bank.initialScriptIds);
    const [ana, bo] = [bank.signIn('texter'), bank.signIn('texter')];
    expect(await bank.claim(actionId, ana)).toMatchObject({ value: { batchId: 1, contactCount: 25 } });
    expect(await bank.claim(actionId, bo)).toMatchObject({ value: { batchId: 2, contactCount: 5 } });
    expect(await bank.desk(actionId, ana)).toEqual(numbers(1, 25));
    expect(await bank.desk(actionId, bo)).toEqual(numbers(26, 30));
    const trail = bank.store.look((reader) =>
      reader.all(`SELECT user_id, entity_id, payload FROM journal WHERE kind = 'assignments/claimed' ORDER BY id`),
    );
    expect(trail).toEqual([
      { user_id: 2, entity_id: 1, payload: `{"actionId":${actionId},"contactCount":25}` },
      { user_id: 3, entity_id: 2, payload: `{"actionId":${actionId},"contactCount":5}` },
    ]);
    expect(bank.events).toContainEqual({ event: 'changed', room: 'assignments' });
  });

  it('gives the same batch again while it is not done, and says what is left of it', async () => {
    const bank = await openTextBank({ contactCount: 30 });
    const actionId = await bank.publish(bank.initialScriptIds);
    const session = bank.signIn('texter');
    await bank.claim(actionId, session);
    text(bank, actionId, [1, 2, 3]);
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { batchId: 1, contactCount: 7 } });
    expect(await bank.desk(actionId, session)).toEqual(numbers(4, 10));
    text(bank, actionId, numbers(4, 10));
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { batchId: 2, contactCount: 10 } });
    expect(await bank.desk(actionId, session)).toEqual(numbers(11, 20));
  });

  it('that is repeated with the same intent gives the same answer and nothing more', async () => {
    const bank = await openTextBank({ contactCount: 30 });
    const actionId = await bank.publish(bank.initialScriptIds);
    const session = bank.signIn('texter');
    const claim = { intentId: randomUUID(), actionId };
    const first = await bank.call('assignments/claim-batch', claim, session);
    text(bank, actionId, numbers(1, 10));
    expect(await bank.call('assignments/claim-batch', claim, session)).toMatchObject({
      ...first,
      id: expect.anything(),
    });
    expect(await bank.desk(actionId, session)).toEqual([]);
  });

  it('in one action knows nothing of a desk in another', async () => {
    const bank = await openTextBank({ contactCount: 5 });
    const one = await bank.publish(bank.initialScriptIds);
    const other = await bank.publish(bank.initialScriptIds);
    const session = bank.signIn('texter');
    await bank.claim(one, session);
    expect(await bank.claim(other, session)).toMatchObject({ value: { batchId: 2, contactCount: 5 } });
  });

  it('is refused when nobody is left', async () => {
    const bank = await openTextBank({ contactCount: 3 });
    const actionId = await bank.publish(bank.initialScriptIds);
    await bank.claim(actionId, bank.signIn('texter'));
    const answer = await bank.claim(actionId, bank.signIn('texter'));
    expect(answer).toMatchObject({ error: { code: 'assignments/none-left', kind: 'refused' } });
  });

  it.each([
    ['draft', 'actions/not-published'],
    ['publishing', 'actions/not-published'],
    ['paused', 'actions/paused'],
    ['ended', 'actions/ended'],
  ])('is refused in an action that is %s', async (state, code) => {
    const bank = await openTextBank();
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.store.write((tx) => tx.run('UPDATE action SET state = ?', state));
    expect(await bank.claim(actionId, bank.signIn('texter'))).toMatchObject({ error: { code } });
  });

  it('is refused in an action that is not there', async () => {
    const bank = await openTextBank();
    expect(await bank.claim(9, bank.signIn('texter'))).toMatchObject({ error: { code: 'actions/not-found' } });
  });
});

describe('where a texter has to answer first', () => {
  /** Somebody who may have two replies to answer and get a batch even so, and has so many. */
  const openAnswering = async (count: number) => {
    const bank = await openTextBank({ contactCount: 15 });
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.store.write((tx) => tx.run('UPDATE campaign SET most_unanswered = 2'));
    const session = bank.signIn('texter');
    const needs = (more: number): void => void bank.unanswered.set(2, more);
    needs(count);
    return { bank, actionId, session, needs };
  };
  const refused = { error: { code: 'assignments/answer-first', kind: 'refused', params: { most: 2 } } };

  it.each([
    [2, { value: { batchId: 1, contactCount: 10 } }],
    [3, refused],
  ])('with %d to answer, where two are allowed, a claim is given or not', async (count, answer) => {
    const { bank, actionId, session } = await openAnswering(count);
    expect(await bank.claim(actionId, session)).toMatchObject(answer);
  });

  it('a claim counts no further than it must', async () => {
    const { bank, actionId, session } = await openAnswering(900);
    await bank.claim(actionId, session);
    expect(bank.counted).toEqual([{ userId: 2, atMost: 3 }]);
  });

  it('what is on the desk is finished all the same, and nothing is counted for it', async () => {
    const { bank, actionId, session, needs } = await openAnswering(0);
    await bank.claim(actionId, session);
    text(bank, actionId, numbers(1, 4));
    needs(3);
    bank.counted.length = 0;
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { batchId: 1, contactCount: 6 } });
    expect(bank.counted).toEqual([]);
  });

  it('a claim that is refused takes nobody, and the next finds everybody', async () => {
    const { bank, actionId, session, needs } = await openAnswering(3);
    bank.events.length = 0;
    await bank.claim(actionId, session);
    expect(await bank.desk(actionId, session)).toEqual([]);
    expect(bank.events).toEqual([]);
    needs(2);
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { batchId: 1, contactCount: 10 } });
  });

  it('nobody is sent to answer for contacts that are not there', async () => {
    const { bank, actionId, session } = await openAnswering(3);
    await bank.claim(actionId, bank.signIn('texter'));
    await bank.claim(actionId, bank.signIn('texter'));
    expect(await bank.claim(actionId, session)).toMatchObject({ error: { code: 'assignments/none-left' } });
  });

  it('a campaign without a limit counts nothing', async () => {
    const { bank, actionId, session } = await openAnswering(900);
    bank.store.write((tx) => tx.run('UPDATE campaign SET most_unanswered = NULL'));
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { contactCount: 10 } });
    expect(bank.counted).toEqual([]);
  });
});

describe('the claims of several texters', () => {
  const texterCount = 3;
  type Act =
    | { readonly texter: number; readonly act: 'claim' | 'text-one' | 'text-all' }
    | { readonly optsOut: number };
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({
      texter: fc.nat({ max: texterCount - 1 }),
      act: fc.constantFrom('claim' as const, 'claim' as const, 'text-one' as const, 'text-all' as const),
    }),
    fc.record({ optsOut: fc.integer({ min: 1, max: 45 }) }),
  );

  it('never overlap, and together cover everybody exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 45 }),
        fc.array(act, { maxLength: 40 }),
        async (contactCount, acts) => {
          const bank = await openTextBank({ contactCount, zoneSetOf: (index) => (index % 3) + 1 });
          bank.clock.setWallClock(testStart + 60 * 60_000);
          const actionId = await bank.publish(bank.initialScriptIds);
          const texters = Array.from({ length: texterCount }, () => bank.signIn('texter'));
          const texted: number[] = [];
          const optedOut = new Set<number>();
          const textSome = (contactIds: readonly number[]): void => {
            text(bank, actionId, contactIds);
            texted.push(...contactIds);
          };

          for (const each of acts) {
            if ('optsOut' in each) {
              if (each.optsOut > contactCount || optedOut.has(each.optsOut)) continue;
              optedOut.add(each.optsOut);
              bank.store.write((tx) => neverTexted['opted-out'](tx, each.optsOut));
              continue;
            }
            const session = texters[each.texter] ?? '';
            if (each.act === 'claim') await bank.claim(actionId, session);
            else textSome((await bank.desk(actionId, session)).slice(0, each.act === 'text-one' ? 1 : 50));
            const desks = await Promise.all(texters.map((texter) => bank.desk(actionId, texter)));
            const held = desks.flat();
            expect(new Set(held).size).toBe(held.length);
            expect(held.filter((contactId) => texted.includes(contactId) || optedOut.has(contactId))).toEqual([]);
          }

          // Everybody texts on until nobody is left.
          for (const session of [...texters, ...texters]) {
            while ((await bank.claim(actionId, session)).ok) textSome(await bank.desk(actionId, session));
          }
          await vi.waitFor(() => expect(bank.store.look((reader) => countUnassigned(reader, actionId, 1_000))).toBe(0));
          const leftOut = numbers(1, contactCount).filter((contactId) => !texted.includes(contactId));
          expect([...texted].sort((a, b) => a - b)).toEqual(
            numbers(1, contactCount).filter((id) => !leftOut.includes(id)),
          );
          expect(leftOut.filter((contactId) => !optedOut.has(contactId))).toEqual([]);
          expect(leftOut.map((contactId) => stateOf(bank, actionId, contactId))).toEqual(leftOut.map(() => 'left-out'));
          await bank.jobs.stop();
          await bank.store.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('contacts who may never be texted', () => {
  it.each(reasons)('are left out of a claim when they are %s since the action was published', async (reason) => {
    const bank = await openTextBank({ contactCount: 12 });
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.store.write((tx) => neverTexted[reason](tx, 3));
    const session = bank.signIn('texter');
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { contactCount: 10 } });
    expect(await bank.desk(actionId, session)).toEqual([1, 2, ...numbers(4, 11)]);
    const row = bank.store.look((reader) =>
      reader.get('SELECT state, reason, user_id FROM assignment WHERE contact_id = 3'),
    );
    expect(row).toEqual({ state: 'left-out', reason, user_id: null });
  });

  it.each(reasons)('leave the desk when they are %s since they were claimed', async (reason) => {
    const bank = await openTextBank({ contactCount: 12 });
    const actionId = await bank.publish(bank.initialScriptIds);
    const session = bank.signIn('texter');
    await bank.claim(actionId, session);
    bank.store.write((tx) => neverTexted[reason](tx, 3));
    expect(await bank.desk(actionId, session)).toEqual([1, 2, ...numbers(4, 10)]);
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { batchId: 1, contactCount: 9 } });
    expect(stateOf(bank, actionId, 3)).toBe('left-out');
  });

  it('do not keep a texter from the next batch when they are all that is left of the last', async () => {
    const bank = await openTextBank({ contactCount: 12 });
    const actionId = await bank.publish(bank.initialScriptIds);
    const session = bank.signIn('texter');
    await bank.claim(actionId, session);
    text(bank, actionId, numbers(1, 9));
    bank.store.write((tx) => neverTexted['opted-out'](tx, 10));
    expect(await bank.claim(actionId, session)).toMatchObject({ value: { batchId: 2, contactCount: 2 } });
    expect(stateOf(bank, actionId, 10)).toBe('left-out');
  });

  it('are left out, too, by a claim that finds nobody else', async () => {
    const bank = await openTextBank({ contactCount: 2 });
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.store.write((tx) => {
      neverTexted['opted-out'](tx, 1);
      neverTexted.blocked(tx, 2);
    });
    const answer = await bank.claim(actionId, bank.signIn('texter'));
    expect(answer).toMatchObject({ error: { code: 'assignments/none-left' } });
    await vi.waitFor(() => expect(stateOf(bank, actionId, 2)).toBe('left-out'));
    expect(stateOf(bank, actionId, 1)).toBe('left-out');
  });
});

describe('the edges of texting hours', () => {
  // At the test's start it is nine in Chicago and ten in New York.
  const twelveHoursMs = 12 * 60 * 60_000;
  const outside = { code: 'assignments/outside-hours', kind: 'wait' };

  it.each<[string, number, number, object]>([
    ['Chicago, a millisecond before nine there', zoneSets.chicago, -1, { error: { ...outside, params: { count: 4 } } }],
    ['Chicago, at nine there', zoneSets.chicago, 0, { value: { contactCount: 4 } }],
    [
      'Chicago, a millisecond before nine in the evening',
      zoneSets.chicago,
      twelveHoursMs - 1,
      { value: { contactCount: 4 } },
    ],
    ['Chicago, at nine in the evening', zoneSets.chicago, twelveHoursMs, { error: outside }],
    ['one of two zones, before nine in the later', zoneSets.chicagoOrNewYork, -1, { error: outside }],
    ['one of two zones, at nine in the later', zoneSets.chicagoOrNewYork, 0, { value: { contactCount: 4 } }],
    [
      'one of two zones, at nine in the evening in the earlier',
      zoneSets.chicagoOrNewYork,
      twelveHoursMs - 3_600_000,
      { error: outside },
    ],
    ['nobody knows where, at nine where the campaign is', zoneSets.unknown, -3_600_000, { value: { contactCount: 4 } }],
    ['nobody knows where, before nine where the campaign is', zoneSets.unknown, -3_600_001, { error: outside }],
  ])('are kept for contacts in %s', async (_where, zoneSetId, atMs, answer) => {
    const bank = await openTextBank({ contactCount: 4, zoneSetOf: () => zoneSetId });
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.clock.setWallClock(testStart + atMs);
    expect(await bank.claim(actionId, bank.signIn('texter'))).toMatchObject(answer);
  });

  it('let only those be claimed whose hours are open, in the order of the list, and the others later', async () => {
    const zoneSetOf = (index: number) =>
      [zoneSets.unknown, zoneSets.chicago, zoneSets.chicagoOrNewYork][index % 3] ?? 1;
    const bank = await openTextBank({ contactCount: 60, zoneSetOf });
    const actionId = await bank.publish(bank.initialScriptIds);
    const [early, late] = [bank.signIn('texter'), bank.signIn('texter')];
    bank.clock.setWallClock(testStart - 1);
    await bank.claim(actionId, early);
    expect(await bank.desk(actionId, early)).toEqual(numbers(0, 9).map((n) => 3 * n + 1));
    bank.clock.setWallClock(testStart);
    await bank.claim(actionId, late);
    expect(await bank.desk(actionId, late)).toEqual([2, 3, 5, 6, 8, 9, 11, 12, 14, 15]);
  });

  it('say how many are left where it is too early', async () => {
    const zoneSetOf = (index: number) => (index < 3 ? zoneSets.unknown : zoneSets.chicago);
    const bank = await openTextBank({ contactCount: 8, zoneSetOf });
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.clock.setWallClock(testStart - 1);
    await bank.claim(actionId, bank.signIn('texter'));
    const answer = await bank.claim(actionId, bank.signIn('texter'));
    expect(answer).toMatchObject({ error: { code: 'assignments/outside-hours', params: { count: 5 } } });
  });

  it.each([
    [1_000, 1_000],
    [1_001, '1000+'],
  ])('count no further than a thousand: of %d they say %s', async (left, count) => {
    const zoneSetOf = (index: number) => (index < 3 ? zoneSets.unknown : zoneSets.chicago);
    const bank = await openTextBank({ contactCount: 3 + left, zoneSetOf });
    const actionId = await bank.publish(bank.initialScriptIds);
    bank.clock.setWallClock(testStart - 1);
    // Those who may be texted never may, and are not counted.
    bank.store.write((tx) => {
      for (const contactId of [1, 2, 3]) neverTexted['opted-out'](tx, contactId);
    });
    const answer = await bank.claim(actionId, bank.signIn('texter'));
    expect(answer).toMatchObject({ error: { code: 'assignments/outside-hours', params: { count } } });
  });
});

describe('what a claim reads', () => {
  it('is found by its index, for each open zone set and for the desk, and never sorted', async () => {
    const bank = await openTextBank({ contactCount: 5, zoneSetOf: (index) => (index % 3) + 1 });
    const actionId = await bank.publish(bank.initialScriptIds);
    const free = plansOf(bank.store, (reader) => [...unassignedIn(reader, actionId, [1, 2])]);
    expect(new Set(free)).toEqual(
      new Set(['SEARCH assignment USING INDEX assignment_free (action_id=? AND zone_set_id=? AND id>?)']),
    );
    expect(plansOf(bank.store, (reader) => listDesk(reader, 1, actionId))).toEqual([
      'SEARCH assignment USING INDEX assignment_desk (user_id=? AND action_id=?)',
    ]);
    expect(plansOf(bank.store, (reader) => countUnassigned(reader, actionId, 3))).toEqual(
      expect.arrayContaining(['SEARCH assignment USING COVERING INDEX assignment_free (action_id=?)']),
    );
    expect(plansOf(bank.store, (reader) => findAssignmentOf(reader, actionId, 1))).toEqual([
      'SEARCH assignment USING INDEX assignment_contact (action_id=? AND contact_id=?)',
    ]);
  });

  it('grows with the batch, not with the action', async () => {
    const bank = await openTextBank({ contactCount: 600, zoneSetOf: (index) => (index % 2) + 1 });
    const actionId = await bank.publish(bank.initialScriptIds);
    let rowsRead = 0;
    bank.store.look((reader) => {
      const counting: Reader = {
        get: reader.get,
        all: <Row>(sql: string, values: Readonly<Record<string, number>>) => {
          const rows = reader.all<Row>(sql, values);
          rowsRead += rows.length;
          return rows;
        },
      };
      const found = unassignedIn(counting, actionId, [1, 2]);
      expect(Array.from({ length: 100 }, () => found.next().value?.contact_id)).toEqual(numbers(1, 100));
    });
    expect(rowsRead).toBeLessThanOrEqual(100 + 2 * 25);
  });
});

describe('what the outbox tells of an assignment', () => {
  const claimedOne = async () => {
    const bank = await openTextBank({ contactCount: 1 });
    const actionId = await bank.publish(bank.initialScriptIds);
    await bank.claim(actionId, bank.signIn('texter'));
    return bank;
  };

  it('is that the contact is texted, which happens once and only to one on a desk', async () => {
    const bank = await openTextBank({ contactCount: 1 });
    const actionId = await bank.publish(bank.initialScriptIds);
    expect(() => bank.store.write((tx) => markTexted(tx, 1))).toThrow('no desk');
    await bank.claim(actionId, bank.signIn('texter'));
    bank.store.write((tx) => markTexted(tx, 1));
    expect(stateOf(bank, actionId, 1)).toBe('texted');
    expect(() => bank.store.write((tx) => markTexted(tx, 1))).toThrow('no desk');
    expect(() => bank.store.write((tx) => markLeftOut(tx, 1, 'blocked'))).toThrow('decided before');
  });

  it('is that the contact is left out, with the reason, by whoever had it on the desk', async () => {
    const bank = await claimedOne();
    bank.store.write((tx) => markLeftOut(tx, 1, 'unreachable'));
    const row = bank.store.look((reader) => reader.get('SELECT state, reason, user_id FROM assignment'));
    expect(row).toEqual({ state: 'left-out', reason: 'unreachable', user_id: 2 });
    expect(() => bank.store.write((tx) => markLeftOut(tx, 1, 'blocked'))).toThrow('decided before');
  });
});
