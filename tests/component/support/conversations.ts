import type { Conversation, ReadConversation } from '../../../renderer/features/inbox/api.ts';

const firstNames = ['Ana', 'Ben', 'Chloë', 'Diego', 'Esperanza', 'Farah', 'Grace', 'Hyun'];
const noon = Date.UTC(2026, 10, 20, 17);

/** The n-th invented conversation, from 0: the higher, the older its reply. */
export function conversation(n: number, more: Partial<Conversation> = {}): Conversation {
  return {
    actionId: 1,
    contactId: 100 + n,
    firstName: firstNames[n % firstNames.length] ?? '',
    lastName: `Reyes ${n}`,
    userId: 1,
    lastReplyId: 1_000 - n,
    lastReply: `Yes, number ${n}`,
    lastReplyAt: noon - n * 60_000,
    needsAttention: true,
    mayWantOut: false,
    optedOut: false,
    actionEnded: false,
    unread: false,
    ...more,
  };
}

export function heard(replyId: number, text: string, more: object = {}): ReadConversation['thread'][number] {
  return { direction: 'in', replyId, text, at: noon, optedOut: false, mayWantOut: false, ...more };
}

type Said = Extract<ReadConversation['thread'][number], { direction: 'out' }>;

export function said(messageId: number, text: string, more: Partial<Said> = {}): Said {
  return {
    direction: 'out',
    messageId,
    userId: 1,
    text,
    at: noon - 60_000,
    state: 'handed-over',
    status: 'delivered',
    errorCode: null,
    ...more,
  };
}

/** What a conversation reads, with our first text and the contact's answer. */
export function thread(row: Conversation, more: Partial<ReadConversation> = {}): ReadConversation {
  const { firstName, lastName, lastReplyId, lastReply, unread } = row;
  return {
    firstName,
    lastName,
    optedOut: false,
    stop: more.optedOut === true ? 'outbox/opted-out' : null,
    unread,
    thread: [said(1, `Hi ${firstName}, will you come on Sunday?`), heard(lastReplyId, lastReply)],
    responses: [
      { scriptId: 11, name: 'Thanks', text: `Thank you, ${firstName}!` },
      { scriptId: 12, name: 'Where', text: `It is at the harbor gate, ${firstName}.` },
    ],
    ...more,
  };
}
