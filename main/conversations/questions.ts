import type { Output } from '../../shared/contract/index.ts';
import { listEndedIds, listRunningActions } from '../actions/index.ts';
import { type AnyQuestion, question, type Reader } from '../store/index.ts';
import { readAnswerFirst } from './answer-first.ts';
import { type ConversationPage, type ConversationRow, countQuery, listConversations } from './queries.ts';
import { mayWantOut } from './thread.ts';

/** Whom nobody can answer any more, nobody has to. */
function runningIn(reader: Reader): readonly number[] {
  return listRunningActions(reader).map(({ actionId }) => actionId);
}

/** One page of the list, in the read worker: a texter with thousands of conversations must not keep others waiting. */
export const listPage = question(
  'conversations/list-page',
  (reader, page: Omit<ConversationPage, 'runningIds'>): Output<'conversations/list'> => {
    const runningIds = runningIn(reader);
    const rows = listConversations(reader, { ...page, runningIds, limit: page.limit + 1 });
    const conversations = rows.slice(0, page.limit).map(viewOf);
    return { conversations, next: rows.length > page.limit ? (conversations.at(-1)?.lastReplyId ?? null) : null };
  },
);

/** Who sees more than this has enough to do; the figure is for the eye. */
const mostCounted = 999;

/** How many conversations need an answer: of one texter's, or with null of everybody's. */
export const countNeeding = question(
  'conversations/count-needing',
  (reader, { userId }: { readonly userId: number | null }): Output<'conversations/count-needing-answer'> =>
    countIn(reader, userId, runningIn(reader)),
);

/** How many were left without an answer where nobody can give one any more, in actions that have ended since then. */
export const countUnanswered = question(
  'conversations/count-unanswered',
  (
    reader,
    { userId, endedSince }: { readonly userId: number | null; readonly endedSince: number },
  ): Output<'conversations/count-unanswered'> => countIn(reader, userId, listEndedIds(reader, endedSince)),
);

function countIn(reader: Reader, userId: number | null, actionIds: readonly number[]) {
  if (actionIds.length === 0) return { count: 0, hasMore: false };
  const { sql, values } = countQuery({ userId, actionIds, most: mostCounted + 1 });
  const count = reader.get<{ count: number }>(sql, values)?.count ?? 0;
  return { count: Math.min(count, mostCounted), hasMore: count > mostCounted };
}

export const conversationsQuestions: readonly AnyQuestion[] = [
  listPage,
  countNeeding,
  countUnanswered,
  readAnswerFirst,
];

function viewOf(row: ConversationRow) {
  return {
    actionId: row.action_id,
    contactId: row.contact_id,
    firstName: row.first_name,
    lastName: row.last_name,
    userId: row.user_id,
    lastReplyId: row.last_reply_id,
    lastReply: row.last_reply,
    lastReplyAt: row.last_reply_at,
    needsAttention: row.needs_answer === 1,
    mayWantOut: row.needs_answer === 1 && mayWantOut(row.last_reply),
    optedOut: row.opted_out === 1,
    actionEnded: row.action_ended === 1,
    unread: row.unread === 1,
  };
}
