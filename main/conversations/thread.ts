import type { Output } from '../../shared/contract/index.ts';
import { readOptOut } from '../../shared/domain/opt-out-words.ts';
import type { HeardRow, SaidRow } from './queries.ts';

export type Thread = Output<'conversations/read'>['thread'];

/**
 * Both sides of a conversation, in the order in which they came about. The carrier tells in whole seconds when it got a
 * reply, and by its own clock, so a reply never stands before the text that it followed.
 */
export function threadOf(heard: readonly HeardRow[], said: readonly SaidRow[]): Thread {
  const saidAt = new Map(said.map((row) => [row.message_id, row.at]));
  const entries = [
    ...said.map((row) => ({ at: row.at, rank: 0, id: row.message_id, entry: saidEntry(row) })),
    ...heard.map((row) => ({
      at: Math.max(row.received_at, saidAt.get(row.message_id ?? 0) ?? 0),
      rank: 1,
      id: row.reply_id,
      entry: heardEntry(row),
    })),
  ];
  return entries.sort((a, b) => a.at - b.at || a.rank - b.rank || a.id - b.id).map(({ entry }) => entry);
}

function saidEntry(row: SaidRow): Thread[number] {
  const { message_id: messageId, user_id: userId, text, at, state, status, error_code: errorCode } = row;
  return { direction: 'out', messageId, userId, text, at, state, status, errorCode };
}

/** Read when it is shown, because wordings are learnt with each version. */
export function mayWantOut(text: string): boolean {
  return readOptOut(text) === 'maybe';
}

function heardEntry(row: HeardRow): Thread[number] {
  const { reply_id: replyId, text, received_at: at } = row;
  return { direction: 'in', replyId, text, at, optedOut: row.opted_out === 1, mayWantOut: mayWantOut(text) };
}
