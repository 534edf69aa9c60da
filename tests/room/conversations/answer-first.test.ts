import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countNeedingAnswer } from '../../../main/conversations/index.ts';
import { answerableQuery } from '../../../main/conversations/queries.ts';
import { type Role, roles } from '../../../shared/contract/index.ts';
import { openRooms } from '../../support/rooms.ts';
import { addContact, addNumber, addText, openBench } from '../delivery/bench.ts';
import { carrierMessage } from '../delivery/listed-carrier.ts';

const phoneOf = (index: number): string => `+12025550${100 + index}`;

/** Ana, user 1, has texted contacts 1 to 3 in action 1, and each has replied. */
async function openReplied(role: Role = 'texter') {
  const bench = await openBench({ carrier: null });
  const { store, replies } = bench;
  addNumber(store);
  const run = (sql: string): void => void store.write((tx) => tx.run(sql));
  run(`UPDATE user SET role = '${role}'`);
  run(`INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ben', '', 'texter', 0)`);
  for (const index of [1, 2, 3]) {
    const contactId = addContact(store, phoneOf(index));
    addText(store, { contactId, carrierId: `SM${index}` });
    store.write((tx) => {
      replies.receive(tx, carrierMessage({ from: phoneOf(index) }));
      tx.run('INSERT INTO phone_fact (phone) VALUES (?) ON CONFLICT DO NOTHING', phoneOf(index));
    });
  }
  const count = (userId = 1, atMost = 100): number =>
    store.look((reader) => countNeedingAnswer(reader, userId, atMost));
  return { ...bench, run, count };
}

describe('what somebody has to answer before the next batch', () => {
  it.each(roles)('is what a %s is to answer themselves, and nobody else’s', async (role) => {
    const { count, run } = await openReplied(role);
    expect([count(1), count(2)]).toEqual([3, 0]);
    run('UPDATE assignment SET user_id = 2 WHERE contact_id = 3');
    expect([count(1), count(2)]).toEqual([2, 1]);
  });

  it('is counted no further than anybody asks', async () => {
    const { count } = await openReplied();
    expect(count(1, 2)).toBe(2);
  });

  it('is less by each answer', async () => {
    const { count, outbox, store } = await openReplied();
    store.write((tx) =>
      outbox.queueFollowUp(tx, { actionId: 1, contactId: 2, userId: 1, text: 'Thanks', scriptId: null }),
    );
    expect(count()).toBe(2);
  });

  it.each([
    ['in an action that is paused', `UPDATE action SET state = 'paused' WHERE id = 1`, 0],
    ['in an action that is over', `UPDATE action SET state = 'ended' WHERE id = 1`, 0],
    ['from a phone that is cut off', `UPDATE phone_fact SET blocked_at = 0 WHERE phone = '${phoneOf(1)}'`, 2],
    ['from a phone without texts', `UPDATE phone_fact SET unreachable_code = 30006 WHERE phone = '${phoneOf(1)}'`, 2],
    ['from an opted-out phone', `INSERT INTO opt_out (phone, at, source) VALUES ('${phoneOf(1)}', 0, 'words')`, 2],
  ])('is no reply %s, which nobody can answer', async (_what, change, left) => {
    const { count, run } = await openReplied();
    run(change);
    expect(count()).toBe(left);
  });

  it.each([
    ['texter', 0],
    ['lead', 0],
    ['admin', 3],
    ['owner', 3],
  ] as const)('is nothing that a %s lacks a written script for, where they may send no other', async (role, left) => {
    const { count, run } = await openReplied(role);
    run('UPDATE campaign SET own_words = 0');
    expect(count()).toBe(left);
    run(`INSERT INTO script (id, name, body, created_by, created_at, changed_at) VALUES (1, 'Where', 'Here', 1, 0, 0)`);
    run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (1, 'response', 0, 1)`);
    expect(count()).toBe(3);
  });

  it('is found among the texter’s own in those actions, and never sorted', async () => {
    const { store } = await openReplied();
    const { sql, values } = answerableQuery({ userId: 1, actionIds: [1, 2], atMost: 6 });
    const plan = store
      .look((reader) => reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values))
      .map(({ detail }) => detail)
      .filter((step) => !step.startsWith('LIST SUBQUERY') && !step.startsWith('SCAN json_each'));
    const reads = plan.filter((step) => /^(SCAN|SEARCH) (?!\(subquery)/.test(step));
    expect(reads[0]).toBe('SEARCH assignment USING COVERING INDEX assignment_texted (user_id=? AND action_id=?)');
    expect(reads.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  });
});

describe('in the engine', () => {
  /** A texter with one reply to answer, and somebody who has not been texted. */
  async function openEngine(mostUnanswered: number | null) {
    const rooms = await openRooms();
    await rooms.call('campaign/found', rooms.found());
    const session = rooms.signIn('texter');
    rooms.store.write((tx) => {
      tx.run('UPDATE campaign SET most_unanswered = ?', mostUnanswered);
      tx.run(`INSERT INTO list (name, state, created_by, created_at) VALUES ('Tenants', 'ready', 1, 0)`);
      tx.run(`INSERT INTO action (name, list_id, state, created_by, created_at) VALUES ('Rent', 1, 'published', 1, 0)`);
      for (const index of [1, 2])
        tx.run('INSERT INTO contact (phone, zone_set_id, created_at) VALUES (?, 1, 0)', phoneOf(index));
      tx.run(
        `INSERT INTO assignment (action_id, contact_id, zone_set_id, state, user_id)
         VALUES (1, 1, 1, 'texted', 2), (1, 2, 1, 'unassigned', NULL)`,
      );
    });
    addNumber(rooms.store);
    rooms.store.write((tx) =>
      tx.run(
        `INSERT INTO reply (carrier_id, phone, number_id, contact_id, action_id, body, media_count, received_at, stored_at, opted_out)
         VALUES ('SM1', ?, 1, 1, 1, 'Yes', 0, 0, 0, 0)`,
        phoneOf(1),
      ),
    );
    return {
      claim: () => rooms.call('assignments/claim-batch', { intentId: randomUUID(), actionId: 1 }, session),
      read: () => rooms.call('conversations/read-answer-first', {}, session),
    };
  }

  it.each([
    [0, { error: { code: 'assignments/answer-first', params: { most: 0 } } }, { most: 0, count: 1 }],
    [1, { value: { contactCount: 1 } }, { most: 1, count: 1 }],
    [null, { value: { contactCount: 1 } }, { most: null, count: 0 }],
  ])(
    'with at most %s unanswered a texter with one is told so, and given a batch or not',
    async (most, claimed, read) => {
      const engine = await openEngine(most);
      expect(await engine.read()).toMatchObject({ value: read });
      expect(await engine.claim()).toMatchObject(claimed);
    },
  );
});
