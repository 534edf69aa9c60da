import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationsQuery, countQuery } from '../../../main/conversations/queries.ts';
import { countHeard } from '../../../main/results/queries.ts';
import { addNumber } from '../delivery/bench.ts';
import { names, openRoom, phoneOf, planOf, type Room, startAt } from './open-conversations.ts';

describe('the list of conversations', () => {
  it('holds those with a reply, each with its last one, newest first', async () => {
    const { text, hear, list } = await openRoom();
    for (const index of [1, 2, 3]) text(index);
    hear(1, 'first', 1);
    hear(2, 'second', 2);
    hear(1, 'third', 3);
    const page = await list({ filter: 'all' });
    expect(page).toEqual({
      conversations: [
        {
          actionId: 1,
          contactId: 1,
          firstName: 'C0101',
          lastName: '',
          userId: 1,
          lastReplyId: 3,
          lastReply: 'third',
          lastReplyAt: startAt + 3_000,
          needsAttention: true,
          mayWantOut: false,
          optedOut: false,
          actionEnded: false,
          unread: true,
        },
        expect.objectContaining({ contactId: 2, lastReply: 'second' }),
      ],
      next: null,
    });
  });

  it('goes by when replies were written, not by when they came to be known', async () => {
    const { text, hear, list } = await openRoom();
    for (const index of [1, 2]) text(index);
    hear(1, 'newest of 1', 9);
    hear(2, 'of 2', 5);
    hear(1, 'known late', 3);
    expect(names(await list())).toEqual(['newest of 1', 'of 2']);
  });

  it('is paged by key, and a reply that comes while it is paged moves nothing', async () => {
    const { text, hear, list } = await openRoom();
    for (let index = 1; index <= 7; index += 1) {
      text(index);
      // Some in the same second.
      hear(index, `of ${index}`, Math.floor(index / 3));
    }
    const first = await list({ limit: 3 });
    expect(names(first)).toEqual(['of 7', 'of 6', 'of 5']);
    // Also of the conversation that ended the page.
    hear(5, 'again', 50);
    const second = await list({ limit: 3, before: first.next });
    expect(names(second)).toEqual(['of 4', 'of 3', 'of 2']);
    expect(await list({ limit: 3, before: second.next })).toMatchObject({
      conversations: [{ lastReply: 'of 1' }],
      next: null,
    });
  });

  it('shows texters their own, and leads, admins and owners all', async () => {
    const { text, hear, list } = await openRoom();
    text(1);
    text(2, { userId: 2 });
    hear(1, 'to Ana', 1);
    hear(2, 'to Ben', 2);
    expect(names(await list({}, { role: 'texter', userId: 1 }))).toEqual(['to Ana']);
    expect(names(await list({}, { role: 'texter', userId: 2 }))).toEqual(['to Ben']);
    expect(names(await list({}, { role: 'texter', userId: 3 }))).toEqual([]);
    for (const role of ['lead', 'admin', 'owner'] as const) {
      expect(names(await list({}, { role, userId: 3 }))).toEqual(['to Ben', 'to Ana']);
    }
  });

  it('hides who has opted out from texters, and from nobody who looks after the campaign', async () => {
    const { text, hear, list } = await openRoom();
    for (const index of [1, 2]) text(index);
    hear(1, 'STOP', 1);
    hear(2, 'Hello?', 2);
    expect(names(await list({ filter: 'all' }, { role: 'texter', userId: 1 }))).toEqual(['Hello?']);
    expect(names(await list({ filter: 'all' }, { role: 'lead', userId: 1 }))).toEqual(['Hello?', 'STOP']);
  });

  it('says of whom nobody can write to any more that it is so', async () => {
    const { text, hear, list } = await openRoom();
    for (const index of [1, 2]) text(index);
    hear(1, 'STOP', 1);
    hear(2, 'Hello?', 2);
    expect(await list({ filter: 'all' })).toMatchObject({
      conversations: [
        { lastReply: 'Hello?', optedOut: false },
        { lastReply: 'STOP', optedOut: true },
      ],
    });
  });

  it('keeps a contact’s conversations in two actions apart', async () => {
    const { text, hear, list, store } = await openRoom();
    text(1);
    addNumber(store, '+12025550198');
    text(1, { actionId: 2, numberId: 2, userId: 2 });
    hear(1, 'about rent', 1);
    store.write((tx) => tx.run(`UPDATE reply SET action_id = 1, message_id = 1`));
    hear(1, 'about the vote', 2);
    store.write((tx) => tx.run(`UPDATE reply SET action_id = 2, message_id = 2 WHERE body = 'about the vote'`));
    expect(await list()).toMatchObject({
      conversations: [
        { actionId: 2, userId: 2 },
        { actionId: 1, userId: 1 },
      ],
    });
  });

  it('has no strays', async () => {
    const { hear, list } = await openRoom();
    hear(9, 'who are you?', 1);
    expect(await list({ filter: 'all' })).toEqual({ conversations: [], next: null });
  });
});

describe('the count of those that need an answer', () => {
  it('is of conversations, not of replies, and of whoever asks', async () => {
    const { text, hear, send, pass, count } = await openRoom();
    for (const index of [1, 2, 3]) text(index);
    text(4, { userId: 2 });
    for (const index of [1, 1, 2, 3, 4]) hear(index, 'Hello?', index);
    await pass(1_000);
    send({ actionId: 1, contactId: 2, text: 'Hi' });
    hear(3, 'STOP', 9);
    expect(await count()).toEqual({ count: 2, hasMore: false });
    expect(await count({ role: 'lead', userId: 3 })).toEqual({ count: 2, hasMore: false });
    expect(await count({ role: 'texter', userId: 1 })).toEqual({ count: 1, hasMore: false });
    expect(await count({ role: 'texter', userId: 3 })).toEqual({ count: 0, hasMore: false });
  });

  it('is as long as the list of them', async () => {
    const { text, hear, list, count } = await openRoom();
    for (let index = 1; index <= 30; index += 1) {
      text(index, { userId: 1 + (index % 2) });
      if (index % 3 > 0) hear(index, index % 5 === 0 ? 'STOP' : 'Hello?', index);
    }
    for (const who of [{ role: 'admin' }, { role: 'texter', userId: 1 }, { role: 'texter', userId: 2 }] as const) {
      expect((await count(who)).count).toBe((await list({}, who)).conversations.length);
    }
  });

  it('goes no further than 999, and says that there are more', async () => {
    const { store, count } = await openRoom();
    const waits = (contactId: number) => {
      store.write((tx) => {
        const phone = `+1303555${String(contactId).padStart(4, '0')}`;
        tx.run(`INSERT INTO contact (id, phone, zone_set_id, created_at) VALUES (?, ?, 1, 0)`, contactId, phone);
        tx.run(
          `INSERT INTO assignment (action_id, contact_id, zone_set_id, state, user_id) VALUES (1, ?, 1, 'texted', 1)`,
          contactId,
        );
        tx.run(
          `INSERT INTO reply (carrier_id, phone, number_id, contact_id, action_id, body, media_count, received_at,
             stored_at, opted_out) VALUES (?, ?, 1, ?, 1, 'Hello?', 0, 1, 1, 0)`,
          `SM-${contactId}`,
          phone,
          contactId,
        );
      });
    };
    for (let contactId = 1; contactId <= 999; contactId += 1) waits(contactId);
    expect(await count()).toEqual({ count: 999, hasMore: false });
    waits(1_000);
    for (const role of ['admin', 'texter'] as const)
      expect(await count({ role })).toEqual({ count: 999, hasMore: true });
  });
});

describe('words that may ask to hear no more', () => {
  it('opt nobody out, and are shown to whoever decides, in the list and in the thread', async () => {
    const { text, hear, list, read, rows } = await openRoom();
    text(1);
    hear(1, 'Is this a scam?', 1);
    hear(1, 'I am going to report you', 2);
    expect(rows('SELECT * FROM opt_out')).toEqual([]);
    expect(await list()).toMatchObject({ conversations: [{ needsAttention: true, mayWantOut: true }] });
    expect(await read(1, 1)).toMatchObject({
      value: {
        optedOut: false,
        unread: true,
        thread: [
          { direction: 'out' },
          { text: 'Is this a scam?', mayWantOut: false },
          { text: 'I am going to report you', optedOut: false, mayWantOut: true },
        ],
      },
    });
  });

  it.each([
    ['once somebody has answered', 'reply'],
    ['once the contact is opted out', 'opt-out'],
  ])('are no longer to be decided about %s', async (_name, what) => {
    const { text, hear, list, send, contacts, store } = await openRoom();
    text(1);
    hear(1, 'I am going to report you', 1);
    if (what === 'reply') send({ actionId: 1, contactId: 1, text: 'Shall we stop texting you?', scriptId: null });
    else store.write((tx) => contacts.optOut(tx, { phone: phoneOf(1), source: 'texter', userId: 1, at: startAt }));
    expect(await list({ filter: 'all' })).toMatchObject({
      conversations: [{ needsAttention: false, mayWantOut: false }],
    });
  });
});

describe('a conversation needs attention', () => {
  const attention = async ({ list }: Room): Promise<unknown[]> => {
    const all = await list({ filter: 'all' });
    expect(names(await list())).toEqual(
      names({ conversations: all.conversations.filter((one) => one['needsAttention']) }),
    );
    return all.conversations.map(({ needsAttention }) => needsAttention);
  };

  it('from a reply until somebody answers, and again from the next reply', async () => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'Hello?', 1);
    expect(await attention(room)).toEqual([true]);
    await room.pass(1_000);
    expect(room.send({ actionId: 1, contactId: 1, text: 'Hi' })).toMatchObject({ ok: true });
    expect(await attention(room)).toEqual([false]);
    await room.pass(1_000);
    room.hear(1, 'Thanks', 2);
    expect(await attention(room)).toEqual([true]);
  });

  it('not by the first text of another action, nor by a text that was decided before the reply was known', async () => {
    const room = await openRoom();
    room.text(1);
    room.send({ actionId: 1, contactId: 1, text: 'Are you there?' });
    await room.pass(1_000);
    room.hear(1, 'Yes', -5);
    room.text(1, { actionId: 2, at: startAt + 2_000 });
    expect(await attention(room)).toEqual([true]);
  });

  it('when a reply turns up late, although a newer one was answered', async () => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'newer', 9);
    await room.pass(1_000);
    room.send({ actionId: 1, contactId: 1, text: 'Hi' });
    await room.pass(1_000);
    room.hear(1, 'older', 3);
    expect(await attention(room)).toEqual([true]);
  });

  it.each(['refused', 'blocked', 'cancelled'])('still, when the answer was %s', async (state) => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'Hello?', 1);
    room.send({ actionId: 1, contactId: 1, text: 'Hi' });
    room.store.write((tx) => tx.run(`UPDATE message SET state = ? WHERE kind = 'follow-up'`, state));
    expect(await attention(room)).toEqual([true]);
  });

  it('never of a contact who has opted out, in whatever way, whatever they write later', async () => {
    const room = await openRoom();
    for (const index of [1, 2]) room.text(index);
    room.hear(1, 'STOP', 1);
    room.hear(1, 'Why do you text me?', 2);
    room.hear(2, 'Hello?', 3);
    expect(await attention(room)).toEqual([true, false]);
    room.store.write((tx) => room.contacts.optOut(tx, { phone: phoneOf(2), source: 'texter', userId: 1, at: startAt }));
    expect(await attention(room)).toEqual([false, false]);
  });
});

describe('a conversation of an action that has ended', () => {
  it('can be read and needs no answer, in the list as in the count, for texters as for admins', async () => {
    const { text, hear, list, count, read, store } = await openRoom();
    text(1);
    text(2, { actionId: 2 });
    hear(1, 'a question, stop that?', 1);
    hear(2, 'a question elsewhere', 2);
    store.write((tx) => tx.run(`UPDATE action SET state = 'paused' WHERE id = 1`));
    expect(await count()).toEqual({ count: 2, hasMore: false });
    store.write((tx) => tx.run(`UPDATE action SET state = 'ended' WHERE id = 1`));
    for (const role of ['texter', 'admin'] as const) {
      expect(names(await list({ filter: 'needs-attention' }, { role }))).toEqual(['a question elsewhere']);
      expect(await count({ role })).toEqual({ count: 1, hasMore: false });
      expect(names(await list({ filter: 'unread' }, { role }))).toHaveLength(2);
      expect((await list({ filter: 'all' }, { role })).conversations).toMatchObject([
        { actionId: 2, needsAttention: true, actionEnded: false },
        { actionId: 1, needsAttention: false, mayWantOut: false, actionEnded: true },
      ]);
    }
    expect(read(1, 1)).toMatchObject({ ok: true, value: { stop: 'actions/ended' } });
  });
});

describe('whom the end of an action left unanswered', () => {
  const end = (room: Room, actionId: number, endedAt: number) =>
    room.store.write((tx) => tx.run(`UPDATE action SET state = 'ended', ended_at = ? WHERE id = ?`, endedAt, actionId));

  it('is listed and counted: all for admins, their own for texters, and nobody who was answered or has opted out', async () => {
    const room = await openRoom();
    const { text, hear, send, pass, list, countUnanswered } = room;
    for (const index of [1, 2, 3]) text(index);
    text(4, { userId: 2 });
    text(5, { actionId: 2 });
    for (const index of [1, 2, 3, 4, 5]) hear(index, `question ${index}`, index);
    await pass(10_000);
    send({ actionId: 1, contactId: 2, text: 'Hi' });
    hear(3, 'STOP', 9);
    expect(await countUnanswered()).toEqual({ count: 0, hasMore: false });
    end(room, 1, startAt);
    expect(names(await list({ filter: 'unanswered' }))).toEqual(['question 4', 'question 1']);
    expect(await countUnanswered()).toEqual({ count: 2, hasMore: false });
    const ana = { role: 'texter', userId: 1 } as const;
    expect(names(await list({ filter: 'unanswered' }, ana))).toEqual(['question 1']);
    expect(await countUnanswered({}, ana)).toEqual({ count: 1, hasMore: false });
  });

  it('is of those who wrote when it was over, too', async () => {
    const room = await openRoom();
    room.text(1);
    end(room, 1, startAt);
    room.hear(1, 'Sorry, I was asleep', 60);
    expect(await room.countUnanswered()).toEqual({ count: 1, hasMore: false });
  });

  it('is counted also of the last days alone', async () => {
    const room = await openRoom();
    for (const actionId of [1, 2]) room.text(actionId, { actionId });
    for (const index of [1, 2]) room.hear(index, 'Hello?', index);
    end(room, 1, startAt - 8 * 24 * 3_600_000);
    end(room, 2, startAt - 7 * 24 * 3_600_000);
    expect(await room.countUnanswered()).toMatchObject({ count: 2 });
    expect(await room.countUnanswered({ endedWithinDays: 7 })).toMatchObject({ count: 1 });
    expect(await room.countUnanswered({ endedWithinDays: 6 })).toMatchObject({ count: 0 });
  });

  it('are as many as the results of the action say', async () => {
    const room = await openRoom();
    for (let index = 1; index <= 20; index += 1) {
      room.text(index);
      if (index % 3 > 0) room.hear(index, index % 5 === 0 ? 'STOP' : 'Hello?', index);
    }
    end(room, 1, startAt);
    const { needsAttention } = room.store.look((reader) => countHeard(reader, 1));
    expect(await room.countUnanswered()).toEqual({ count: needsAttention, hasMore: false });
  });
});

describe('what is kept of who needs attention', () => {
  const step = fc.oneof(
    fc.record({
      does: fc.constant('hear' as const),
      who: fc.nat({ max: 3 }),
      seconds: fc.integer({ min: -20, max: 20 }),
    }),
    fc.record({ does: fc.constant('answer' as const), who: fc.nat({ max: 3 }) }),
    fc.record({
      does: fc.constant('turn' as const),
      who: fc.nat({ max: 3 }),
      state: fc.constantFrom('queued', 'refused', 'blocked', 'cancelled', 'needs-person'),
    }),
    fc.record({ does: fc.constant('opt-out' as const), who: fc.nat({ max: 3 }) }),
    fc.record({ does: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 2_000 }) }),
  );

  it('is at every moment what the rule says', async () => {
    const { text, hear, store, contacts, clock, pass, rows } = await openRoom();
    let first = 0;
    const wrong = `SELECT reply_id, waits, waiting FROM reply JOIN v_reply_waits ON reply_id = id
      WHERE action_id IS NOT NULL AND waits <> waiting`;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        // Other contacts in each run, since nobody can take an opt-out back.
        first = (first + 4) % 400;
        for (let index = first; index < first + 4; index += 1) text(index);
        for (const one of steps) {
          const phone = phoneOf(first + ('who' in one ? one.who : 0));
          if (one.does === 'hear') hear(first + one.who, 'Hello?', one.seconds);
          if (one.does === 'pass') await pass(one.ms);
          store.write((tx) => {
            if (one.does === 'answer') {
              tx.run(
                `INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments,
                   queued_at) SELECT 'follow-up', 1, id, 1, 1, phone, 1, 'Hi', 1, ? FROM contact WHERE phone = ?`,
                clock.nowMs(),
                phone,
              );
            }
            if (one.does === 'turn') {
              const turn = `UPDATE message SET state = ? WHERE kind = 'follow-up' AND phone = ?`;
              tx.run(turn, one.state, phone);
            }
            if (one.does === 'opt-out') contacts.optOut(tx, { phone, source: 'texter', userId: 1, at: 1 });
          });
          expect(rows(wrong)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('reading a conversation', () => {
  it('gives both sides in their order, with the responses filled for contact and texter', async () => {
    const { text, hear, send, read, pass } = await openRoom();
    const contactId = text(1, { status: 'delivered' });
    hear(1, 'Where is it?', 1);
    await pass(2_000);
    send({ actionId: 1, contactId, text: 'At the library' });
    expect(read(1, contactId)).toEqual({
      ok: true,
      value: {
        firstName: 'C0101',
        lastName: '',
        optedOut: false,
        stop: null,
        unread: true,
        thread: [
          {
            direction: 'out',
            messageId: 1,
            userId: 1,
            text: 'Hello',
            at: startAt - 60_000,
            state: 'handed-over',
            status: 'delivered',
            errorCode: null,
          },
          {
            direction: 'in',
            replyId: 1,
            text: 'Where is it?',
            at: startAt + 1_000,
            optedOut: false,
            mayWantOut: false,
          },
          expect.objectContaining({ direction: 'out', text: 'At the library', state: 'queued', status: null }),
        ],
        responses: [
          { scriptId: 2, name: 'Where', text: 'At the library, says Ana' },
          { scriptId: 1, name: 'Thanks', text: 'Thanks C0101!' },
        ],
      },
    });
  });

  it('never shows a reply before the text that it follows, whatever the clocks say', async () => {
    const { text, hear, read } = await openRoom();
    const contactId = text(1, { at: startAt + 900 });
    hear(1, 'Yes', 0);
    const answer = read(1, contactId);
    expect(answer.ok && answer.value.thread.map(({ direction }) => direction)).toEqual(['out', 'in']);
  });

  it('says that the contact has opted out, and by which words', async () => {
    const { text, hear, read } = await openRoom();
    const contactId = text(1);
    hear(1, 'leave me alone', 1);
    expect(read(1, contactId)).toMatchObject({
      value: { optedOut: true, thread: [{}, { direction: 'in', optedOut: true }] },
    });
  });

  it('finds none that is another texter’s, is not there, or has not begun', async () => {
    const { text, read, store } = await openRoom();
    const contactId = text(1);
    const notFound = { ok: false, error: { code: 'conversations/not-found', kind: 'input' } };
    expect(read(1, contactId, 'texter', 2)).toEqual(notFound);
    expect(read(2, contactId)).toEqual(notFound);
    expect(read(1, 77, 'owner')).toEqual(notFound);
    expect(read(1, contactId, 'lead', 2)).toMatchObject({ ok: true });
    store.write((tx) => tx.run(`UPDATE assignment SET state = 'claimed'`));
    expect(read(1, contactId)).toEqual(notFound);
  });
});

describe('sending in a conversation', () => {
  it('queues a follow-up of whoever sends, and tells the screens', async () => {
    const { text, send, rows, events } = await openRoom();
    const contactId = text(1);
    expect(send({ actionId: 1, contactId, text: ' Thanks! ', scriptId: 1 }, 'admin', 2)).toMatchObject({
      ok: true,
      value: { messageId: 2, segments: 1 },
    });
    expect(rows(`SELECT user_id, body, script_id FROM message WHERE kind = 'follow-up'`)).toEqual([
      { user_id: 2, body: 'Thanks!', script_id: 1 },
    ]);
    expect(events).toContainEqual({ event: 'changed', room: 'conversations', ids: [contactId] });
  });

  it('counts for a script only when the action has it', async () => {
    const { text, send, rows } = await openRoom();
    const contactId = text(1);
    send({ actionId: 1, contactId, text: 'Thanks!', scriptId: 77 });
    expect(rows(`SELECT script_id FROM message WHERE kind = 'follow-up'`)).toEqual([{ script_id: null }]);
  });

  it('is refused by the safeguards of the outbox', async () => {
    const { text, hear, send, rows } = await openRoom();
    const contactId = text(1);
    hear(1, 'STOP', 1);
    expect(send({ actionId: 1, contactId, text: 'Sorry!' })).toMatchObject({ error: { code: 'outbox/opted-out' } });
    expect(rows(`SELECT * FROM message WHERE kind = 'follow-up'`)).toEqual([]);
  });

  it('does not find another texter’s conversation', async () => {
    const { text, send } = await openRoom();
    const contactId = text(1);
    expect(send({ actionId: 1, contactId, text: 'Hi' }, 'texter', 2)).toMatchObject({
      error: { code: 'conversations/not-found' },
    });
    expect(send({ actionId: 1, contactId: 77, text: 'Hi' })).toMatchObject({
      error: { code: 'conversations/not-found' },
    });
  });
});

const everybodys = { userId: null, readerId: 1, runningIds: [1, 2] } as const;
const inBoth = [1, 2] as const;
const own = { ...everybodys, userId: 1 } as const;
/** What passes over a whole table. */
const scansIn = (plan: readonly string[]): string[] => plan.filter((step) => step.startsWith('SCAN'));

describe('the plan of a page', () => {
  it.each([
    ['of all', { filter: 'all', before: null }, /^SCAN reply USING INDEX reply_newest$/],
    ['of all, further down', { filter: 'all', before: 5 }, /^SEARCH reply USING INDEX reply_newest \(/],
    ['of what needs attention', { filter: 'needs-attention', before: null }, /^SCAN reply USING INDEX reply_waiting$/],
    ['of what was left unanswered', { filter: 'unanswered', before: null }, /^SCAN reply USING INDEX reply_waiting$/],
    ['of that, further down', { filter: 'unanswered', before: 5 }, /^SEARCH reply USING INDEX reply_waiting \(/],
    [
      'of those that need an answer, further down',
      { filter: 'needs-attention', before: 5 },
      /^SEARCH reply USING INDEX reply_waiting \(/,
    ],
  ] as const)('%s walks an index from the newest on, and sorts nothing', async (_what, page, first) => {
    const plan = await planOf(conversationsQuery({ ...page, ...everybodys, limit: 10 }));
    expect(plan[0]).toMatch(first);
    expect(scansIn(plan.slice(1))).toEqual([]);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  });

  it.each([null, 5])('of what of a texter’s own was left unanswered looks at nobody else’s', async (before) => {
    const plan = await planOf(conversationsQuery({ filter: 'unanswered', ...own, before, limit: 10 }));
    expect(plan[0]).toMatch(/^SEARCH assignment USING (COVERING )?INDEX assignment_\w+ \(user_id=\?/);
    expect(scansIn(plan)).toEqual([]);
  });

  it.each([null, 5])('of a texter’s own looks at nobody else’s', async (before) => {
    const plan = await planOf(conversationsQuery({ filter: 'needs-attention', ...own, before, limit: 10 }));
    expect(plan[0]).toMatch(
      /^SEARCH assignment USING COVERING INDEX assignment_texted \(user_id=\? AND action_id=\?\)/,
    );
    expect(scansIn(plan)).toEqual([]);
  });
});

describe('the plan of the count', () => {
  const reads = (plan: readonly string[]): string[] =>
    plan.filter((step) => /^(SCAN|SEARCH) (?!\(subquery)/.test(step));

  it('of everybody’s walks the index of what waits, and sorts nothing', async () => {
    const plan = await planOf(countQuery({ userId: null, actionIds: inBoth, most: 1_000 }));
    expect(reads(plan)[0]).toBe('SCAN reply USING INDEX reply_waiting');
    expect(scansIn(reads(plan).slice(1))).toEqual([]);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  });

  it('of a texter’s own looks at nobody else’s, and sorts nothing', async () => {
    const plan = await planOf(countQuery({ userId: 1, actionIds: inBoth, most: 1_000 }));
    expect(reads(plan)[0]).toBe('SEARCH assignment USING COVERING INDEX assignment_texted (user_id=? AND action_id=?)');
    expect(scansIn(reads(plan))).toEqual([]);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  });
});
