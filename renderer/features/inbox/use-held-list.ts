import { useMemo, useState } from 'react';
import type { Room } from '../../../shared/contract/events.ts';
import type { AppError } from '../../../shared/errors.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { type InboxFilter, useListConversationsInfiniteQuery } from '../../bridge/rooms/conversations.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { type Conversation, inboxPaceMs } from './api.ts';
import {
  type Done,
  emptyList,
  type HeldConversation,
  type HeldList,
  holdAfresh,
  isInOrder,
  newsIn,
  settle,
  withDone,
  withSeen,
} from './held-list.ts';

export interface ConversationList {
  /** Undefined until the first answer. */
  readonly rows: readonly HeldConversation[] | undefined;
  /** Counts how often the rows were put in order. */
  readonly order: number;
  /** The newest reply stands first, as far down as there are rows. */
  readonly isInOrder: boolean;
  readonly error: AppError | null;
  /** How many conversations have a new reply that is not in its place yet. */
  readonly news: number;
  /** Puts the list in order, with all that is new. Returns it as it then stands. */
  readonly showNews: () => readonly HeldConversation[];
  /** This one needs no attention any more: it was answered here, or opted out. */
  readonly markDone: (key: string, how: Done) => void;
  /** Whoever is at the window has seen this one. */
  readonly markSeen: (key: string) => void;
  readonly hasMore: boolean;
  readonly fetchMore: () => void;
  readonly tryAgain: () => void;
}

interface Held {
  readonly list: HeldList;
  readonly order: number;
  /** What `list` was last settled with. */
  readonly from: readonly Conversation[] | undefined;
}

/** What a row of the list tells, and what may put one there. */
const rooms: readonly Room[] = ['conversations', 'replies', 'contacts', 'actions'];

const perPage = 100;

/** The conversations of one filter, fetched again with every reply and held still on the screen. */
export function useHeldList(filter: InboxFilter): ConversationList {
  // Asked again at each coming: what happened meanwhile told no list, as none was open.
  const query = useListConversationsInfiniteQuery({ filter, limit: perPage }, { refetchOnMountOrArgChange: true });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  usePacedNews(rooms, inboxPaceMs, () => void refetch());
  const fresh = useMemo(() => data?.pages.flatMap(({ conversations }) => conversations), [data]);
  const [held, setHeld] = useState<Held>({ list: emptyList, order: 0, from: undefined });
  let { list } = held;
  if (fresh !== undefined && fresh !== held.from) {
    list = settle(list, fresh, { filter, isWhole: !hasNextPage });
    setHeld({ ...held, list, from: fresh });
  }
  return {
    rows: fresh === undefined ? undefined : list.rows,
    order: held.order,
    isInOrder: isInOrder(list),
    error: error === undefined ? null : appErrorOf(error),
    news: newsIn(list, fresh ?? []),
    showNews: () => {
      const whole = holdAfresh(fresh ?? []);
      setHeld({ list: whole, order: held.order + 1, from: fresh });
      return whole.rows;
    },
    markDone: (key, how) => setHeld((before) => ({ ...before, list: withDone(before.list, key, how) })),
    markSeen: (key) => setHeld((before) => ({ ...before, list: withSeen(before.list, key) })),
    // A page that could not be read is asked for by hand: by itself it would be asked for again at once, and for ever.
    hasMore: hasNextPage && error === undefined,
    fetchMore: () => {
      if (!isFetchingNextPage) void fetchNextPage();
    },
    tryAgain: () => void refetch(),
  };
}
