import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ConversationPage, countQuery, listConversations } from '../../../main/conversations/queries.ts';
import { openRoom, phoneOf, startAt } from './open-conversations.ts';

/** What the three columns of `assignment` and the one of `reply` would be by the rule, where they are something else. */
const outOfStep = `
  SELECT assignment.id, last_reply_at, last_reply_id, unread_to FROM assignment WHERE
    (last_reply_at IS NOT (SELECT max(received_at) FROM reply WHERE ${ofConversation()}))
    OR (last_reply_id IS NOT (SELECT max(id) FROM reply WHERE ${ofConversation()} AND received_at = last_reply_at))
    OR (unread_to IS NOT CASE WHEN NOT EXISTS (
      SELECT 1 FROM contact JOIN opt_out USING (phone) WHERE contact.id = assignment.contact_id
    ) THEN (SELECT max(id) FROM reply WHERE ${ofConversation()}) END)`;
const wronglyWaiting = `SELECT id FROM reply JOIN v_reply_waits ON reply_id = id
  WHERE action_id IS NOT NULL AND waits <> waiting`;
/** Marks of what is read that stand elsewhere in the list than the conversation does. */
const misplacedMarks = `SELECT * FROM read_mark JOIN v_unread USING (action_id, contact_id)
  WHERE read_mark.reply_id >= unread_to AND (read_mark.last_reply_at, read_mark.last_reply_id, reply_id)
    <> (v_unread.last_reply_at, v_unread.last_reply_id, unread_to)`;

function ofConversation(): string {
  return 'reply.action_id = assignment.action_id AND reply.contact_id = assignment.contact_id';
}

const who = fc.nat({ max: 2 });
const actionId = fc.integer({ min: 1, max: 2 });
const userId = fc.integer({ min: 1, max: 3 });
const state = fc.constantFrom('queued', 'refused', 'blocked', 'cancelled', 'needs-person');
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('text' as const), who, actionId }) },
  // Few instants, so that several replies have the same one, and late ones come after newer ones.
  { weight: 5, arbitrary: fc.record({ does: fc.constant('hear' as const), who, seconds: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('answer' as const), who, actionId }) },
  fc.record({ does: fc.constant('turn' as const), who, actionId, state }),
  { weight: 2, arbitrary: fc.record({ does: fc.constant('see' as const), who, actionId, userId, replies: fc.nat(3) }) },
  fc.record({ does: fc.constant('stop' as const), who, seconds: fc.nat({ max: 3 }) }),
  fc.record({ does: fc.constant('opt-out' as const), who, source: fc.constantFrom('texter', 'carrier', 'list') }),
  fc.record({ does: fc.constant('move' as const), who, actionId, userId: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ does: fc.constant('pass' as const) }),
);

it('what is kept of conversations is what the replies say, whatever came in whatever order, in one action or two', async () => {
  const { text, hear, store, contacts, markRead, rows, pass, clock } = await openRoom();
  let first = 0;
  const list = (page: Pick<ConversationPage, 'filter' | 'userId' | 'readerId' | 'runningIds'>) =>
    store.look((reader) => listConversations(reader, { ...page, before: null, limit: 10_000 }));

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      // Other contacts in each run, since nobody can take an opt-out back.
      first += 3;
      const texted = new Set<string>();
      for (const one of [{ does: 'text', who: 0, actionId: 1 } as const, ...steps]) {
        const index = first + ('who' in one ? one.who : 0);
        const phone = phoneOf(index);
        const contactId = Number(rows(`SELECT id FROM contact WHERE phone = '${phone}'`)[0]?.['id'] ?? 0);
        if (one.does === 'text' && !texted.has(`${index} ${one.actionId}`)) {
          text(index, { actionId: one.actionId });
          texted.add(`${index} ${one.actionId}`);
        }
        if (one.does === 'hear') hear(index, 'Hello?', one.seconds);
        if (one.does === 'stop') hear(index, 'STOP', one.seconds);
        if (one.does === 'pass') await pass(1_000);
        if (one.does === 'see') {
          const known = rows(
            `SELECT id FROM reply WHERE contact_id = ${contactId} AND action_id = ${one.actionId} ORDER BY id DESC`,
          );
          const replyId = Number(known[one.replies]?.['id'] ?? 1);
          markRead({ actionId: one.actionId, contactId, replyId }, { role: 'admin', userId: one.userId });
        }
        store.write((tx) => {
          if (one.does === 'opt-out')
            contacts.optOut(tx, { phone, source: one.source as 'texter', userId: null, at: startAt });
          if (one.does === 'answer' && texted.has(`${index} ${one.actionId}`)) {
            tx.run(
              `INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments,
                 queued_at) VALUES ('follow-up', ?, ?, 1, 1, ?, 1, 'Hi', 1, ?)`,
              one.actionId,
              contactId,
              phone,
              clock.nowMs(),
            );
          }
          if (one.does === 'turn') {
            const turn = `UPDATE message SET state = ? WHERE kind = 'follow-up' AND contact_id = ? AND action_id = ?`;
            tx.run(turn, one.state, contactId, one.actionId);
          }
          if (one.does === 'move') {
            const move = 'UPDATE assignment SET user_id = ? WHERE contact_id = ? AND action_id = ?';
            tx.run(move, one.userId, contactId, one.actionId);
          }
        });
        for (const wrong of [outOfStep, wronglyWaiting, misplacedMarks]) expect(rows(wrong)).toEqual([]);
      }
      for (const readerId of [1, 2, 3]) {
        for (const userId of [readerId, null]) {
          for (const runningIds of [[1, 2], [1], []]) {
            const whose = { userId, readerId, runningIds };
            const all = list({ filter: 'all', ...whose });
            expect(list({ filter: 'unread', ...whose })).toEqual(all.filter((row) => row.unread === 1));
            const needing = all.filter((row) => row.needs_answer === 1);
            expect(needing.every(({ action_id }) => runningIds.includes(action_id))).toBe(true);
            expect(list({ filter: 'needs-attention', ...whose })).toEqual(needing);
            const unanswered = list({ filter: 'unanswered', ...whose });
            expect(unanswered.every((row) => row.action_ended === 1)).toBe(true);
            const count = (actionIds: readonly number[]) => {
              const { sql, values } = countQuery({ userId, actionIds, most: 10_000 });
              return store.look((reader) => reader.get<{ count: number }>(sql, values))?.count;
            };
            const endedIds = [1, 2].filter((id) => !runningIds.includes(id));
            expect(count(runningIds)).toBe(needing.length);
            expect(count(endedIds)).toBe(unanswered.length);
            // Each waits in one list or the other, whatever of its actions has ended.
            expect(needing.length + unanswered.length).toBe(count([1, 2]));
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});
