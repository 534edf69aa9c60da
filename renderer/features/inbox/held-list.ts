/**
 * The list as it stands on the screen. It holds still under the hand: what the engine tells anew mends rows where they
 * stand and appends older ones at the end, but a new reply moves nothing. It counts as news until it is asked for.
 */

import { keyOf } from '../../bridge/conversation-key.ts';
import type { InboxFilter } from '../../bridge/rooms/conversations.ts';
import type { Conversation } from './api.ts';

export interface HeldConversation extends Conversation {
  /** The list has it no more, and not for anything that was done here: why, is for the conversation to say. */
  readonly isGone?: true;
}

export interface HeldList {
  readonly rows: readonly HeldConversation[];
  /** The newest reply when the list was last put in order. Later ones are news. */
  readonly newestReplyId: number;
}

export const emptyList: HeldList = { rows: [], newestReplyId: 0 };

/** In the engine's order, with everything that is new. */
export function holdAfresh(fresh: readonly Conversation[]): HeldList {
  return { rows: fresh, newestReplyId: Math.max(0, ...fresh.map(({ lastReplyId }) => lastReplyId)) };
}

/**
 * @param fresh the engine's list in this filter, from the newest on
 * @param isWhole whether `fresh` goes down to the oldest; else what is older than its last row is not known
 */
export function settle(
  held: HeldList,
  fresh: readonly Conversation[],
  { filter, isWhole }: { readonly filter: InboxFilter; readonly isWhole: boolean },
): HeldList {
  if (held.rows.length === 0) return holdAfresh(fresh);
  const byKey = new Map(fresh.map((row) => [keyOf(row), row]));
  const oldestAt = fresh.at(-1)?.lastReplyAt ?? 0;
  const rows = held.rows.map((row) => {
    const now = byKey.get(keyOf(row));
    if (now !== undefined) return now;
    // It is not among those that the list is of any more, by something that was done here or elsewhere.
    return isWhole || row.lastReplyAt > oldestAt ? goneFrom(filter, row) : row;
  });
  const shown = new Set(held.rows.map(keyOf));
  const older = fresh.filter((row) => !shown.has(keyOf(row)) && row.lastReplyId <= held.newestReplyId);
  return { rows: [...rows, ...older], newestReplyId: held.newestReplyId };
}

/** Why nobody has to answer any more. */
export type Done = 'answered' | 'opted-out';

/** With this row as what it is then. */
export function withDone({ rows, newestReplyId }: HeldList, key: string, how: Done): HeldList {
  const mended = (row: Conversation): Conversation =>
    how === 'opted-out' ? { ...seen(done(row)), optedOut: true } : done(row);
  return { rows: rows.map((row) => (keyOf(row) === key ? mended(row) : row)), newestReplyId };
}

/** With this row as one that whoever looks has seen. */
export function withSeen({ rows, newestReplyId }: HeldList, key: string): HeldList {
  return { rows: rows.map((row) => (keyOf(row) === key ? seen(row) : row)), newestReplyId };
}

const done = (row: Conversation): Conversation => ({ ...row, needsAttention: false, mayWantOut: false });
const seen = (row: Conversation): Conversation => ({ ...row, unread: false });

/** What was done here is on its row by the time the list is without it. */
function goneFrom(filter: InboxFilter, row: HeldConversation): HeldConversation {
  const now = gone[filter](row);
  const isDoneHere = tellsOfDone.has(filter) && now.needsAttention === row.needsAttention && now.unread === row.unread;
  return isDoneHere ? now : { ...now, isGone: true };
}

/** Lists from which a row goes by what is done with it here. */
const tellsOfDone: ReadonlySet<InboxFilter> = new Set<InboxFilter>(['needs-attention', 'unread']);

/** What is known of a row that the list has not any more. From the last two only who has opted out is taken. */
const gone: Readonly<Record<InboxFilter, (row: Conversation) => Conversation>> = {
  'needs-attention': done,
  unread: seen,
  all: (row) => seen(done(row)),
  unanswered: (row) => seen(done(row)),
};

/**
 * Whether the newest reply stands first, as the list says of itself. A row that was answered after its contact had
 * written again is no news any more, and still stands where it was.
 */
export function isInOrder({ rows }: HeldList): boolean {
  return rows.every((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || row.lastReplyAt < before.lastReplyAt) return true;
    return row.lastReplyAt === before.lastReplyAt && row.lastReplyId <= before.lastReplyId;
  });
}

/** How many conversations have a reply that the list does not show in its place. */
export function newsIn({ newestReplyId }: HeldList, fresh: readonly Conversation[]): number {
  return fresh.filter(({ lastReplyId }) => lastReplyId > newestReplyId).length;
}

/**
 * The next row that needs attention after the one with this key, from the top again at the end; null when none does. Among
 * the unread also one that only wants to be read. Those left unanswered are all read, one after the other.
 */
export function nextToOpen(
  rows: readonly HeldConversation[],
  key: string | null,
  filter: InboxFilter,
): HeldConversation | null {
  const at = rows.findIndex((row) => keyOf(row) === key);
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  const isNext: Readonly<Record<InboxFilter, (row: HeldConversation) => boolean>> = {
    'needs-attention': ({ needsAttention }) => needsAttention,
    unread: ({ needsAttention, unread }) => needsAttention || unread,
    all: ({ needsAttention }) => needsAttention,
    unanswered: ({ optedOut, isGone }) => !optedOut && isGone !== true,
  };
  return inTurn.find(isNext[filter]) ?? null;
}
