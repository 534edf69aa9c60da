import type { Room } from '../../../shared/contract/events.ts';
import { type ConversationPage, useListConversationsInfiniteQuery } from '../../bridge/rooms/conversations.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';

/** As many as tell what it is about; all of them are in the inbox. How many there are is counted by itself. */
const newest = { filter: 'needs-attention', limit: 3 } as const;

/** While replies come, news of them are faster than anybody reads. */
const paceMs = 1_000;
const rooms: readonly Room[] = ['conversations', 'replies', 'actions'];

/** The newest replies that need an answer, as they are now. Undefined until they are known. */
export function useRepliesToday(): ConversationPage | undefined {
  const { data, refetch } = useListConversationsInfiniteQuery(newest, { refetchOnMountOrArgChange: true });
  usePacedNews(rooms, paceMs, () => void refetch());
  return data?.pages[0];
}
