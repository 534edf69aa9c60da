import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../renderer/features/inbox/api.ts';
import {
  type HeldList,
  holdAfresh,
  isInOrder,
  newsIn,
  nextToAnswer,
  settle,
  withDone,
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
  };
}

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
        expect(contacts(settle(held, after, isWhole)).slice(0, before.length)).toEqual(contacts(held));
      }),
    );
  });

  it('mends a row in its place', () => {
    const held = holdAfresh([row(1, 9), row(2, 8)]);
    const after = settle(held, [row(2, 10), row(1, 9)], true);
    expect(after.rows.map(({ lastReplyId }) => lastReplyId)).toEqual([9, 10]);
  });

  it('says of a row that is not told any more that it is done', () => {
    const held = holdAfresh([row(1, 9), row(2, 8)]);
    expect(settle(held, [row(2, 8)], true).rows[0]?.needsAttention).toBe(false);
  });

  it('says nothing of rows older than what it was told', () => {
    const held = holdAfresh([row(1, 9), row(2, 8), row(3, 2)]);
    expect(settle(held, [row(1, 9), row(2, 8)], false).rows[2]?.needsAttention).toBe(true);
  });

  it('appends older rows, which are no news', () => {
    const held = holdAfresh([row(1, 9)]);
    const fresh = [row(1, 9), row(2, 3)];
    expect(contacts(settle(held, fresh, true))).toEqual([1, 2]);
    expect(newsIn(held, fresh)).toBe(0);
  });

  it('counts a late reply as news though the carrier dates it before others', () => {
    const held = holdAfresh([row(1, 9)]);
    expect(newsIn(held, [row(1, 9), { ...row(2, 10), lastReplyAt: 1 }])).toBe(1);
  });
});

describe('the next to answer', () => {
  const rows = [row(1, 9), row(2, 8, false), row(3, 7), row(4, 6, false)];

  it.each([
    ['1/1', 3],
    ['1/3', 1],
    ['1/4', 1],
    [null, 1],
  ])('after %s is contact %s', (key, contactId) => {
    expect(nextToAnswer(rows, key)?.contactId).toBe(contactId);
  });

  it('is never the one that was just answered', () => {
    expect(nextToAnswer([row(1, 9)], '1/1')).toBeNull();
  });
});

it('marks who was answered here at once, also where the list is not read again so far down', () => {
  const list = withDone(holdAfresh([row(1, 30), row(2, 20)]), '1/2', 'answered');
  expect(nextToAnswer(list.rows, '1/1')).toBeNull();
  expect(settle(list, [row(1, 30)], false).rows.map(({ needsAttention }) => needsAttention)).toEqual([true, false]);
});

it('says at once of whom one has opted out that they are, beside that they need no answer', () => {
  const { rows } = withDone(holdAfresh([row(1, 30), row(2, 20)]), '1/2', 'opted-out');
  expect(rows.map(({ optedOut, needsAttention }) => [optedOut, needsAttention])).toEqual([
    [false, true],
    [true, false],
  ]);
});

describe('the order', () => {
  it('is the engine’s, also of replies of the same second', () => {
    const together = { ...row(2, 8), lastReplyAt: row(1, 9).lastReplyAt };
    expect(isInOrder(holdAfresh([row(1, 9), together, row(3, 7)]))).toBe(true);
  });

  it('is no longer that when a row has a newer reply where it stands, and stays so when that is answered', () => {
    const held = settle(holdAfresh([row(1, 9), row(2, 8)]), [row(2, 10), row(1, 9)], true);
    expect(isInOrder(held)).toBe(false);
    const answered = settle(held, [row(1, 9)], true);
    expect(newsIn(answered, [row(1, 9)])).toBe(0);
    expect(isInOrder(answered)).toBe(false);
  });
});
