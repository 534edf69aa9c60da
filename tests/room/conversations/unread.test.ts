import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConversationPage, conversationsQuery, listConversations } from '../../../main/conversations/queries.ts';
import { names, openRoom, phoneOf, planOf, type Room, startAt } from './open-conversations.ts';

const [ana, ben] = [
  { role: 'texter', userId: 1 },
  { role: 'texter', userId: 2 },
] as const;
const admin = { role: 'admin', userId: 3 } as const;
const done = { ok: true, value: {} };
const notFound = { ok: false, error: { code: 'conversations/not-found' } };

const unreadOf = async ({ list }: Room, who: { readonly role: 'texter' | 'admin'; readonly userId: number }) => {
  const unread = await list({ filter: 'unread' }, who);
  const all = await list({ filter: 'all' }, who);
  expect(names(unread)).toEqual(names({ conversations: all.conversations.filter((row) => row['unread']) }));
  return names(unread);
};

describe('a conversation is unread', () => {
  it('from a reply until one has seen it, and again from the next reply', async () => {
    const room = await openRoom();
    room.text(1);
    expect(await unreadOf(room, ana)).toEqual([]);
    room.hear(1, 'first', 1);
    expect(await unreadOf(room, ana)).toEqual(['first']);
    expect(room.markRead({ actionId: 1, contactId: 1, replyId: 1 })).toEqual(done);
    expect(await unreadOf(room, ana)).toEqual([]);
    room.hear(1, 'second', 2);
    expect(await unreadOf(room, ana)).toEqual(['second']);
  });

  it('for each person apart: who looks into a texter’s conversation does not read it for the texter', async () => {
    const room = await openRoom();
    for (const index of [1, 2]) room.text(index);
    room.hear(1, 'one', 1);
    room.hear(2, 'two', 2);
    room.markRead({ actionId: 1, contactId: 1, replyId: 1 }, admin);
    room.markRead({ actionId: 1, contactId: 2, replyId: 2 }, ana);
    expect(await unreadOf(room, admin)).toEqual(['two']);
    expect(await unreadOf(room, ana)).toEqual(['one']);
    expect(await unreadOf(room, { role: 'admin', userId: 4 })).toEqual(['two', 'one']);
  });

  it('whether or not anybody has answered', async () => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'Hello?', 1);
    await room.pass(1_000);
    room.send({ actionId: 1, contactId: 1, text: 'Hi' }, 'admin', 3);
    expect(await unreadOf(room, ana)).toEqual(['Hello?']);
  });

  it('when a reply turns up late, although a newer one was seen', async () => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'newer', 9);
    room.markRead({ actionId: 1, contactId: 1, replyId: 1 });
    room.hear(1, 'older', 3);
    expect(await unreadOf(room, ana)).toEqual(['newer']);
    room.markRead({ actionId: 1, contactId: 1, replyId: 2 });
    expect(await unreadOf(room, ana)).toEqual([]);
  });

  it('still, when another reply came while the one before was shown', async () => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'first', 1);
    room.hear(1, 'second', 2);
    expect(room.markRead({ actionId: 1, contactId: 1, replyId: 1 })).toEqual(done);
    expect(await unreadOf(room, ana)).toEqual(['second']);
  });

  it('never of a contact who has opted out, in whatever way, whatever they write later', async () => {
    const room = await openRoom();
    for (const index of [1, 2, 3]) room.text(index);
    for (const index of [1, 2, 3]) room.hear(index, `of ${index}`, index);
    room.hear(1, 'STOP', 4);
    room.hear(1, 'Why do you text me?', 5);
    room.store.write((tx) => room.contacts.optOut(tx, { phone: phoneOf(2), source: 'texter', userId: 1, at: startAt }));
    expect(await unreadOf(room, ana)).toEqual(['of 3']);
    expect(await unreadOf(room, admin)).toEqual(['of 3']);
  });

  it('of whoever has it now, and of those who look after the campaign', async () => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'Hello?', 1);
    room.markRead({ actionId: 1, contactId: 1, replyId: 1 });
    room.store.write((tx) => tx.run('UPDATE assignment SET user_id = 2'));
    expect(await unreadOf(room, ana)).toEqual([]);
    expect(await unreadOf(room, ben)).toEqual(['Hello?']);
    room.store.write((tx) => tx.run('UPDATE assignment SET user_id = 1'));
    expect(await unreadOf(room, ana)).toEqual([]);
  });

  it('as the conversation itself says to whoever reads it', async () => {
    const room = await openRoom();
    room.text(1);
    expect(room.read(1, 1)).toMatchObject({ value: { unread: false } });
    room.hear(1, 'Hello?', 1);
    expect(room.read(1, 1)).toMatchObject({ value: { unread: true } });
    // To be asked for is not to be seen.
    expect(room.read(1, 1)).toMatchObject({ value: { unread: true } });
    room.markRead({ actionId: 1, contactId: 1, replyId: 1 });
    expect(room.read(1, 1)).toMatchObject({ value: { unread: false } });
    expect(room.read(1, 1, 'admin', 3)).toMatchObject({ value: { unread: true } });
  });
});

describe('to have seen a conversation', () => {
  it('changes nothing but itself: no journal, no news', async () => {
    const { text, hear, markRead, rows, events } = await openRoom();
    text(1);
    hear(1, 'Hello?', 1);
    const tables = ['reply', 'assignment', 'message', 'journal'];
    const before = tables.map((table) => rows(`SELECT * FROM ${table}`));
    events.length = 0;
    markRead({ actionId: 1, contactId: 1, replyId: 1 });
    expect(tables.map((table) => rows(`SELECT * FROM ${table}`))).toEqual(before);
    expect(events).toEqual([]);
  });

  it('may be said again, and never goes back', async () => {
    const { text, hear, markRead, rows } = await openRoom();
    text(1);
    hear(1, 'first', 1);
    hear(1, 'second', 2);
    markRead({ actionId: 1, contactId: 1, replyId: 2 });
    const mark = rows('SELECT * FROM read_mark');
    expect(mark).toMatchObject([{ user_id: 1, contact_id: 1, reply_id: 2 }]);
    for (const replyId of [2, 1]) markRead({ actionId: 1, contactId: 1, replyId });
    expect(rows('SELECT * FROM read_mark')).toEqual(mark);
  });

  it('goes no further than what was heard', async () => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'first', 1);
    room.markRead({ actionId: 1, contactId: 1, replyId: 1_000 });
    room.hear(1, 'second', 2);
    expect(await unreadOf(room, ana)).toEqual(['second']);
  });

  it('is for whoever may enter it', async () => {
    const { text, hear, markRead, rows } = await openRoom();
    text(1);
    hear(1, 'Hello?', 1);
    expect(markRead({ actionId: 1, contactId: 1, replyId: 1 }, ben)).toMatchObject(notFound);
    expect(markRead({ actionId: 2, contactId: 1, replyId: 1 }, admin)).toMatchObject(notFound);
    expect(rows('SELECT * FROM read_mark')).toEqual([]);
  });
});

it('the list of what is unread is paged by key, and what is read or comes meanwhile moves nothing', async () => {
  const { text, hear, list, markRead } = await openRoom();
  for (let index = 1; index <= 7; index += 1) {
    text(index);
    // Some in the same second.
    hear(index, `of ${index}`, Math.floor(index / 3));
  }
  markRead({ actionId: 1, contactId: 6, replyId: 6 });
  const first = await list({ filter: 'unread', limit: 3 }, ana);
  expect(names(first)).toEqual(['of 7', 'of 5', 'of 4']);
  markRead({ actionId: 1, contactId: 4, replyId: 4 });
  hear(5, 'again', 50);
  expect(await list({ filter: 'unread', limit: 3, before: first.next }, ana)).toMatchObject({
    conversations: [{ lastReply: 'of 3' }, { lastReply: 'of 2' }, { lastReply: 'of 1' }],
    next: null,
  });
});

describe('what is kept of what is unread', () => {
  const who = fc.nat({ max: 3 });
  const step = fc.oneof(
    fc.record({ does: fc.constant('hear' as const), who, seconds: fc.integer({ min: -20, max: 20 }) }),
    fc.record({
      does: fc.constant('see' as const),
      who,
      userId: fc.integer({ min: 1, max: 3 }),
      /** What was shown lacks so many of the replies that have come. */
      behind: fc.nat({ max: 1 }),
    }),
    fc.record({ does: fc.constant('opt-out' as const), who }),
    fc.record({ does: fc.constant('move' as const), who, userId: fc.integer({ min: 1, max: 2 }) }),
  );

  it('is at every moment what the rule says', async () => {
    const { text, hear, store, contacts, markRead, rows } = await openRoom();
    const page = { before: null, runningIds: [1, 2], limit: 1_000 };
    const list = (more: Pick<ConversationPage, 'filter' | 'userId' | 'readerId'>) =>
      store.look((reader) => listConversations(reader, { ...page, ...more }));
    let first = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        // Other contacts in each run, since nobody can take an opt-out back.
        first = (first + 4) % 400;
        const contactIds = [0, 1, 2, 3].map((index) => text(first + index));
        /** The replies of each contact in the order in which they came, and of each person and contact what was seen. */
        const heard = contactIds.map((): number[] => []);
        const seen = new Map<string, number>();
        const optedOut = new Set<number>();
        for (const one of steps) {
          const contactId = contactIds[one.who] ?? 0;
          const replies = heard[one.who] ?? [];
          if (one.does === 'hear') {
            hear(first + one.who, 'Hello?', one.seconds);
            replies.push(Number(rows('SELECT max(id) AS id FROM reply')[0]?.['id']));
          }
          if (one.does === 'see') {
            const replyId = replies.at(-1 - one.behind);
            if (replyId === undefined) continue;
            markRead({ actionId: 1, contactId, replyId }, { role: 'admin', userId: one.userId });
            const key = `${one.userId} ${contactId}`;
            seen.set(key, Math.max(replyId, seen.get(key) ?? 0));
          }
          store.write((tx) => {
            const phone = phoneOf(first + one.who);
            if (one.does === 'opt-out') contacts.optOut(tx, { phone, source: 'texter', userId: 1, at: 1 });
            if (one.does === 'move')
              tx.run('UPDATE assignment SET user_id = ? WHERE contact_id = ?', one.userId, contactId);
          });
          if (one.does === 'opt-out') optedOut.add(one.who);
          for (const readerId of [1, 2, 3]) {
            const userId = readerId === 3 ? null : readerId;
            const isUnread = (contact: number): boolean => {
              const index = contactIds.indexOf(contact);
              const newest = heard[index]?.at(-1);
              return newest !== undefined && !optedOut.has(index) && newest > (seen.get(`${readerId} ${contact}`) ?? 0);
            };
            const all = list({ filter: 'all', userId, readerId }).filter((row) => contactIds.includes(row.contact_id));
            expect(all.map(({ unread }) => unread === 1)).toEqual(all.map((row) => isUnread(row.contact_id)));
            const unread = list({ filter: 'unread', userId, readerId });
            expect(unread.filter((row) => contactIds.includes(row.contact_id))).toEqual(
              all.filter((row) => isUnread(row.contact_id)),
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the plan of a page of what is unread', () => {
  it.each([
    ['everybody’s', { userId: null, before: null }, /^SCAN assignment USING COVERING INDEX assignment_unread$/],
    [
      'everybody’s, further down',
      { userId: null, before: 5 },
      /^SEARCH assignment USING COVERING INDEX assignment_unread \(/,
    ],
    [
      'a texter’s own',
      { userId: 1, before: null },
      /^SEARCH assignment USING COVERING INDEX assignment_unread_own \(user_id=\?\)$/,
    ],
    [
      'that, further down',
      { userId: 1, before: 5 },
      /^SEARCH assignment USING COVERING INDEX assignment_unread_own \(user_id=\? AND /,
    ],
  ] as const)('of %s walks two indexes side by side, and sorts no more than the page', async (_what, page, first) => {
    const plan = await planOf(
      conversationsQuery({ filter: 'unread', readerId: 1, runningIds: [1, 2], limit: 10, ...page }),
    );
    const [left, right] = [plan.indexOf('LEFT'), plan.indexOf('RIGHT')];
    expect(plan[left - 1]).toBe('MERGE (EXCEPT)');
    expect(plan[left + 1]).toMatch(first);
    expect(plan[right + 1]).toMatch(/^SEARCH read_mark USING COVERING INDEX read_mark_listed \(user_id=\?/);
    expect(plan.filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN (subquery'))).toHaveLength(
      page.userId === null && page.before === null ? 1 : 0,
    );
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual(['USE TEMP B-TREE FOR ORDER BY']);
    expect(plan.indexOf('USE TEMP B-TREE FOR ORDER BY')).toBe(plan.length - 1);
  });
});
