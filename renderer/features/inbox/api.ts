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

/** What contacts wrote, and what they are answered. */
export const inboxApi = api.injectEndpoints({
  endpoints: (build) => ({
    listConversations: build.infiniteQuery<ConversationPage, InboxFilter, number | null>({
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next }) => next ?? undefined },
      query: ({ queryArg: filter, pageParam: before }) => ask('conversations/list', { filter, before, limit: perPage }),
      providesTags: ['conversations', 'replies', 'contacts'],
    }),
    readConversation: build.query<ReadConversation, ConversationId>({
      query: (id) => ask('conversations/read', id),
      providesTags: ['conversations', 'replies', 'contacts', 'outbox', 'delivery', 'scripts', 'actions'],
    }),
    /** Of which action a conversation is. Texters are not told of one that has ended. */
    readConversationAction: build.query<Output<'actions/read'>, number>({
      query: (actionId) => ask('actions/read', { actionId }),
      providesTags: ['actions'],
    }),
    /** Why what was answered has not left. */
    readAnswersWaiting: build.query<Output<'outbox/read-status'>, void>({
      query: () => ask('outbox/read-status', {}),
      providesTags: ['outbox', 'delivery', 'carrier'],
    }),
    sendFollowUp: build.mutation<Output<'conversations/send'>, Given<'conversations/send'>>({
      query: (input) => ask('conversations/send', input),
      invalidatesTags: ['conversations'],
    }),
    optOutFromInbox: build.mutation<Output<'contacts/opt-out'>, Given<'contacts/opt-out'>>({
      query: (input) => ask('contacts/opt-out', input),
      invalidatesTags: ['conversations', 'contacts'],
    }),
  }),
});

export const {
  useListConversationsInfiniteQuery,
  useReadConversationQuery,
  useReadConversationActionQuery,
  useReadAnswersWaitingQuery,
  useSendFollowUpMutation,
  useOptOutFromInboxMutation,
} = inboxApi;
