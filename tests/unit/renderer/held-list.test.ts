import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxFilter } from '../../../renderer/bridge/rooms/conversations.ts';
import type { Conversation } from '../../../renderer/features/inbox/api.ts';
import {
  type HeldList,
  holdAfresh,
  isInOrder,
  newsIn,
  nextToOpen,
  settle,
  withDone,
  withSeen,
} from '../../../renderer/features/inbox/held-list.ts';

function row(contactId: number, lastReplyId: number, needsAttention = true): Conversation {
  return {
    actionId: 1,
    contactId,
    firstName: 'Ana',
    lastName: String(contactId),
    userId: 1,
    lastReplyId,
    lastReply: `reply ${lastReplyId}`,
    lastReplyAt: lastReplyId * 1_000,
    needsAttention,
    mayWantOut: false,
    optedOut: false,
    actionEnded: false,
    unread: true,
  };
}

const filter: InboxFilter = 'needs-attention';

const contacts = ({ rows }: HeldList) => rows.map(({ contactId }) => contactId);

describe('a list that is settled with what is new', () => {
  it('never moves or loses a row that is shown, whatever comes', () => {
    const list = fc
      .uniqueArray(fc.tuple(fc.nat(30), fc.nat(500)), { selector: ([contactId]) => contactId })
      .map((all) => all.map(([contactId, replyId]) => row(contactId, replyId)))
      .map((all) => all.sort((one, other) => other.lastReplyAt - one.lastReplyAt));
    fc.assert(
      fc.property(list, list, fc.boolean(), (before, after, isWhole) => {
        const held = holdAfresh(before);
        fc.pre(before.length > 0);
        expect(contacts(settle(held, after, { filter, isWhole })).slice(0, before.length)).toEqual(contacts(held));
      }),
    );
  });

  it('mends a row in its place', () => {
    const held = holdAfresh([row(1, 9), row(2, 8)]);
    const after = settle(held, [row(2, 10), row(1, 9)], { filter, isWhole: true });
    expect(after.rows.map(({ lastReplyId }) => lastReplyId)).toEqual([9, 10]);
  });

  it.each([
    ['is answered among those that need an answer', 'needs-attention', { needsAttention: false, unread: true }],
    ['is read among the unread', 'unread', { needsAttention: true, unread: false }],
    ['has opted out among all', 'all', { needsAttention: false, unread: false }],
  ] as const)('takes it that whoever is not told any more %s', (_what, chosen, known) => {
    const held = holdAfresh([row(1, 9), row(2, 8)]);
    expect(settle(held, [row(2, 8)], { filter: chosen, isWhole: true }).rows[0]).toMatchObject(known);
  });

  it('says nothing of rows older than what it was told', () => {
    const held = holdAfresh([row(1, 9), row(2, 8), row(3, 2)]);
    expect(settle(held, [row(1, 9), row(2, 8)], { filter, isWhole: false }).rows[2]?.needsAttention).toBe(true);
  });

  it('appends older rows, which are no news', () => {
    const held = holdAfresh([row(1, 9)]);
    const fresh = [row(1, 9), row(2, 3)];
    expect(contacts(settle(held, fresh, { filter, isWhole: true }))).toEqual([1, 2]);
    expect(newsIn(held, fresh)).toBe(0);
  });

  it('counts a late reply as news though the carrier dates it before others', () => {
    const held = holdAfresh([row(1, 9)]);
    expect(newsIn(held, [row(1, 9), { ...row(2, 10), lastReplyAt: 1 }])).toBe(1);
  });
});

describe('the next to open', () => {
  const rows = [row(1, 9), row(2, 8, false), row(3, 7), row(4, 6, false)];

  it.each([
    ['1/1', 3],
    ['1/3', 1],
    ['1/4', 1],
    [null, 1],
  ])('after %s is contact %s', (key, contactId) => {
    expect(nextToOpen(rows, key, 'needs-attention')?.contactId).toBe(contactId);
  });

  it('is among the unread also one that needs no answer, and not one that was read', () => {
    const list = withSeen(holdAfresh([row(1, 9), row(2, 8, false), row(3, 7, false)]), '1/3');
    expect(nextToOpen(list.rows, '1/1', 'unread')?.contactId).toBe(2);
    expect(nextToOpen(list.rows, '1/2', 'unread')?.contactId).toBe(1);
    expect(nextToOpen(list.rows, '1/1', 'all')).toBeNull();
  });

  it('is among those left unanswered whoever can be read next, and not one who has opted out', () => {
    const list = withDone(holdAfresh([row(1, 9, false), row(2, 8, false), row(3, 7, false)]), '1/2', 'opted-out');
    expect(nextToOpen(list.rows, '1/1', 'unanswered')?.contactId).toBe(3);
    expect(nextToOpen(list.rows, '1/3', 'unanswered')?.contactId).toBe(1);
  });

  it('is never the one that was just answered', () => {
    expect(nextToOpen([row(1, 9)], '1/1', 'needs-attention')).toBeNull();
  });
});

it('marks who was answered here at once, also where the list is not read again so far down', () => {
  const list = withDone(holdAfresh([row(1, 30), row(2, 20)]), '1/2', 'answered');
  expect(nextToOpen(list.rows, '1/1', filter)).toBeNull();
  expect(
    settle(list, [row(1, 30)], { filter, isWhole: false }).rows.map(({ needsAttention }) => needsAttention),
  ).toEqual([true, false]);
});

it('says at once of whom one has opted out that they are, beside that they need no answer', () => {
  const { rows } = withDone(holdAfresh([row(1, 30), row(2, 20)]), '1/2', 'opted-out');
  expect(rows.map(({ optedOut, needsAttention }) => [optedOut, needsAttention])).toEqual([
    [false, true],
    [true, false],
  ]);
});

it('takes the mark of whoever was seen, and leaves the row where it is', () => {
  const { rows } = withSeen(holdAfresh([row(1, 30), row(2, 20)]), '1/2');
  expect(rows.map(({ contactId, unread, needsAttention }) => [contactId, unread, needsAttention])).toEqual([
    [1, true, true],
    [2, false, true],
  ]);
});

describe('the order', () => {
  it('is the engine’s, also of replies of the same second', () => {
    const together = { ...row(2, 8), lastReplyAt: row(1, 9).lastReplyAt };
    expect(isInOrder(holdAfresh([row(1, 9), together, row(3, 7)]))).toBe(true);
  });

  it('is no longer that when a row has a newer reply where it stands, and stays so when that is answered', () => {
    const held = settle(holdAfresh([row(1, 9), row(2, 8)]), [row(2, 10), row(1, 9)], { filter, isWhole: true });
    expect(isInOrder(held)).toBe(false);
    const answered = settle(held, [row(1, 9)], { filter, isWhole: true });
    expect(newsIn(answered, [row(1, 9)])).toBe(0);
    expect(isInOrder(answered)).toBe(false);
  });
});
