import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

export type ConversationPage = Output<'conversations/list'>;
export type InboxFilter = NonNullable<Given<'conversations/list'>['filter']>;

interface ConversationsListed {
  readonly filter: InboxFilter;
  /** How many at once. */
  readonly limit: number;
}

/**
 * Conversations, the newest reply first, and one of them whole. They carry no room's tag: while texts leave and replies come,
 * news of them are faster than anybody reads, so each screen reads them at a pace of its own (`usePacedNews`).
 */
export const conversationsRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    listConversations: build.infiniteQuery<ConversationPage, ConversationsListed, number | null>({
      infiniteQueryOptions: {
        initialPageParam: null,
        getNextPageParam: ({ next }) => next ?? undefined,
        // News are at the top. Older rows stand as they were read; whoever scrolls to them reads them again.
        refetchCachedPages: false,
      },
      query: ({ queryArg: { filter, limit }, pageParam: before }) =>
        ask('conversations/list', { filter, before, limit }),
      providesTags: ['inbox', 'inbox-lists'],
    }),
    readConversation: build.query<Output<'conversations/read'>, Given<'conversations/read'>>({
      query: (id) => ask('conversations/read', id),
      providesTags: ['inbox'],
    }),
  }),
});

export const { useListConversationsInfiniteQuery, useReadConversationQuery } = conversationsRoomApi;
