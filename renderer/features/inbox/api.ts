import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

export type ConversationPage = Output<'conversations/list'>;
export type Conversation = ConversationPage['conversations'][number];
export type ReadConversation = Output<'conversations/read'>;
export type InboxFilter = NonNullable<Given<'conversations/list'>['filter']>;
/** One contact in one action. */
export type ConversationId = Given<'conversations/read'>;

const perPage = 100;

/** The eye needs news no faster, and the engine has texts to send. */
export const inboxPaceMs = 1_000;

/**
 * What contacts wrote, and what they are answered. Lists and threads carry no room's tag: while texts leave and replies come,
 * news of them are faster than anybody reads, so they are read at a pace of their own (`usePacedNews`). What a person does
 * here shows at once.
 */
export const inboxApi = api.enhanceEndpoints({ addTagTypes: ['inbox', 'inbox-lists'] }).injectEndpoints({
  endpoints: (build) => ({
    listConversations: build.infiniteQuery<ConversationPage, InboxFilter, number | null>({
      infiniteQueryOptions: {
        initialPageParam: null,
        getNextPageParam: ({ next }) => next ?? undefined,
        // News are at the top. Older rows stand as they were read; whoever scrolls to them reads them again.
        refetchCachedPages: false,
      },
      query: ({ queryArg: filter, pageParam: before }) => ask('conversations/list', { filter, before, limit: perPage }),
      providesTags: ['inbox', 'inbox-lists'],
    }),
    readConversation: build.query<ReadConversation, ConversationId>({
      query: (id) => ask('conversations/read', id),
      providesTags: ['inbox'],
    }),
    /** Of which action a conversation is. Texters are not told of one that has ended. */
    readConversationAction: build.query<Output<'actions/read'>, number>({
      query: (actionId) => ask('actions/read', { actionId }),
      providesTags: ['actions'],
    }),
    /** The person at the window has seen it: only lists tell the difference. */
    markConversationRead: build.mutation<Output<'conversations/mark-read'>, Given<'conversations/mark-read'>>({
      query: (input) => ask('conversations/mark-read', input),
      invalidatesTags: ['inbox-lists'],
    }),
    sendFollowUp: build.mutation<Output<'conversations/send'>, Given<'conversations/send'>>({
      query: (input) => ask('conversations/send', input),
      invalidatesTags: ['conversations', 'inbox'],
    }),
    optOutFromInbox: build.mutation<Output<'contacts/opt-out'>, Given<'contacts/opt-out'>>({
      query: (input) => ask('contacts/opt-out', input),
      invalidatesTags: ['conversations', 'contacts', 'inbox'],
    }),
  }),
});

export const {
  useListConversationsInfiniteQuery,
  useReadConversationQuery,
  useReadConversationActionQuery,
  useMarkConversationReadMutation,
  useSendFollowUpMutation,
  useOptOutFromInboxMutation,
} = inboxApi;
