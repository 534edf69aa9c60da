import type { Given, Output } from '../../../shared/contract/index.ts';
import { ask } from '../../bridge/base-query.ts';
import { type ConversationPage, conversationsRoomApi } from '../../bridge/rooms/conversations.ts';

export type Conversation = ConversationPage['conversations'][number];
export type ReadConversation = Output<'conversations/read'>;
/** One contact in one action. */
export type ConversationId = Given<'conversations/read'>;

/** The eye needs news no faster, and the engine has texts to send. */
export const inboxPaceMs = 1_000;

/**
 * What a person does with conversations, which shows at once, on top of reading them (`bridge/rooms/conversations.ts`): that is
 * done at a pace of its own.
 */
export const inboxApi = conversationsRoomApi.injectEndpoints({
  endpoints: (build) => ({
    /** The person at the window has seen it: only lists tell the difference. */
    markConversationRead: build.mutation<Output<'conversations/mark-read'>, Given<'conversations/mark-read'>>({
      query: (input) => ask('conversations/mark-read', input),
      invalidatesTags: ['inbox-lists'],
    }),
    sendFollowUp: build.mutation<Output<'conversations/send'>, Given<'conversations/send'>>({
      query: (input) => ask('conversations/send', input),
      invalidatesTags: ['conversations', 'inbox'],
    }),
  }),
});

export const { useReadConversationQuery, useMarkConversationReadMutation, useSendFollowUpMutation } = inboxApi;
