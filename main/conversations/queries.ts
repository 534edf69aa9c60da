import type { MessageState } from '../../shared/domain/message-state.ts';
import type { Reader } from '../store/index.ts';
import { isOlder, type UnreadPage, unreadHere, unreadReplies } from './unread.ts';

export interface ConversationRow {
  readonly last_reply_id: number;
  readonly action_id: number;
  readonly contact_id: number;
  readonly last_reply: string;
  readonly last_reply_at: number;
  readonly user_id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly needs_answer: 0 | 1;
  readonly opted_out: 0 | 1;
  readonly action_ended: 0 | 1;
  readonly unread: 0 | 1;
}

export interface ConversationPage extends UnreadPage {
  readonly filter: 'needs-attention' | 'unread' | 'all' | 'unanswered';
  /** Who looks, and may have read them or not. */
  readonly readerId: number;
  /** Actions that have not ended: in the others nobody can answer any more, so nobody has to. */
  readonly runningIds: readonly number[];
  readonly limit: number;
}

const optedOut = `EXISTS (
  SELECT 1 FROM contact JOIN opt_out ON opt_out.phone = contact.phone WHERE contact.id = contact_id
)`;

const cutOff = `EXISTS (
  SELECT 1 FROM contact JOIN phone_fact ON phone_fact.phone = contact.phone
  WHERE contact.id = contact_id AND (phone_fact.blocked_at IS NOT NULL OR phone_fact.unreachable_code IS NOT NULL)
)`;

const isRunning = 'action_id IN (SELECT value FROM json_each(:runningIds))';
/**
 * Of everybody's, which are walked along what waits: the plus keeps the walk there. What waits for ever, because its action
 * has ended, is passed over: 50 ms for 200,000 replies.
 */
const isWalkedRunning = `+${isRunning}`;

/**
 * The statement and its values, apart so that a test can ask for its plan. Everybody's list walks the replies, or those
 * that wait, from the newest on until the page is full; a texter's own is made of the conversations that are theirs. What
 * is unread is found first, and then looked at.
 */
export function conversationsQuery(page: ConversationPage): { sql: string; values: Record<string, number | string> } {
  const { filter, userId, readerId, runningIds, before, limit } = page;
  const conditions = filter === 'unread' ? [`last_reply_id IN (${unreadReplies(page)})`] : conditionsOf(page);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return {
    sql: `SELECT *, waiting AND ${isRunning} AS needs_answer, ${optedOut} AS opted_out,
        NOT ${isRunning} AS action_ended, ${unreadHere} AS unread
      FROM v_conversation ${where} ORDER BY last_reply_at DESC, last_reply_id DESC LIMIT :limit`,
    values: {
      readerId,
      limit,
      runningIds: JSON.stringify(runningIds),
      ...(userId === null ? {} : { userId }),
      ...(before === null ? {} : { before }),
    },
  };
}

function conditionsOf({ filter, userId, before }: ConversationPage): string[] {
  return [
    userId === null ? null : 'user_id = :userId',
    filter === 'all' ? null : 'waiting = 1',
    filter === 'needs-attention' ? (userId === null ? isWalkedRunning : isRunning) : null,
    filter === 'unanswered' ? `NOT ${isWalkedRunning}` : null,
    // Texters are not shown whom they must not write to. Those who look after the campaign see that nothing was lost.
    userId === null ? null : `NOT ${optedOut}`,
    before === null ? null : isOlder,
  ].filter((condition) => condition !== null);
}

/**
 * Counts those in these actions to whom nobody has answered, and no further than `most`, so that it costs the same however
 * many there are: of actions that have not ended, what the list of those that need attention has. Everybody's are counted
 * along the index of what waits; a texter's own along the conversations that are theirs, in no order.
 */
export function countQuery({
  userId,
  actionIds,
  most,
}: Pick<ConversationPage, 'userId'> & { readonly actionIds: readonly number[]; readonly most: number }): {
  sql: string;
  values: Record<string, number | string>;
} {
  const isIn = 'action_id IN (SELECT value FROM json_each(:actionIds))';
  const own = `user_id = :userId AND waiting = 1 AND ${isIn} AND NOT ${optedOut}`;
  const everybodys = `waiting = 1 AND +${isIn} ORDER BY last_reply_at DESC, last_reply_id DESC`;
  return {
    sql: `SELECT count(*) AS count FROM (
      SELECT 1 FROM v_conversation WHERE ${userId === null ? everybodys : own} LIMIT :most
    )`,
    values: { most, actionIds: JSON.stringify(actionIds), ...(userId === null ? {} : { userId }) },
  };
}

/**
 * Counts a texter's own in these actions that need an answer, and no further than `atMost`. Nobody can write to a phone
 * that is cut off, so nobody has to. It costs a millisecond for each two thousand whom the texter has texted in them.
 */
export function answerableQuery(of: {
  readonly userId: number;
  readonly actionIds: readonly number[];
  readonly atMost: number;
}): { sql: string; values: Record<string, number | string> } {
  return {
    sql: `SELECT count(*) AS count FROM (
      SELECT 1 FROM v_conversation
      WHERE user_id = :userId AND action_id IN (SELECT value FROM json_each(:actionIds)) AND waiting = 1
        AND NOT ${optedOut} AND NOT ${cutOff}
      LIMIT :atMost
    )`,
    values: { ...of, actionIds: JSON.stringify(of.actionIds) },
  };
}

/** By the newest reply. */
export function listConversations(reader: Reader, page: ConversationPage): ConversationRow[] {
  const { sql, values } = conversationsQuery(page);
  return reader.all<ConversationRow>(sql, values);
}

/** The actions in which a contact was texted, the newest text first, with the instant of that text. */
export function listTextedIn(reader: Reader, contactId: number): { action_id: number; last_text_at: number }[] {
  return reader.all(
    `SELECT action_id, max(at) AS last_text_at FROM v_conversation_message WHERE contact_id = ?
     GROUP BY action_id ORDER BY last_text_at DESC`,
    contactId,
  );
}

export interface HeardRow {
  readonly reply_id: number;
  readonly message_id: number | null;
  readonly text: string;
  readonly received_at: number;
  readonly opted_out: 0 | 1;
}

/** More than anybody writes or reads in one conversation. */
const longestThread = 1_000;

/** The newest replies of one conversation, in no order. */
export function listHeard(reader: Reader, actionId: number, contactId: number): HeardRow[] {
  return reader.all<HeardRow>(
    `SELECT reply_id, message_id, text, received_at, opted_out FROM v_conversation_reply
     WHERE action_id = ? AND contact_id = ? ORDER BY received_at DESC, reply_id DESC LIMIT ${longestThread}`,
    actionId,
    contactId,
  );
}

export interface SaidRow {
  readonly message_id: number;
  readonly user_id: number;
  readonly text: string;
  readonly state: MessageState;
  readonly status: string | null;
  readonly error_code: number | null;
  readonly at: number;
}

/** The newest texts of one conversation, in no order. */
export function listSaid(reader: Reader, actionId: number, contactId: number): SaidRow[] {
  return reader.all<SaidRow>(
    `SELECT message_id, user_id, text, state, status, error_code, at FROM v_conversation_message
     WHERE action_id = ? AND contact_id = ? ORDER BY message_id DESC LIMIT ${longestThread}`,
    actionId,
    contactId,
  );
}
