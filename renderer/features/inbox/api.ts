import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';
import type { ConversationPage } from '../../bridge/rooms/conversations.ts';

export type Conversation = ConversationPage['conversations'][number];
export type ReadConversation = Output<'conversations/read'>;
/** One contact in one action. */
export type ConversationId = Given<'conversations/read'>;

/** The eye needs news no faster, and the engine has texts to send. */
export const inboxPaceMs = 1_000;

/**
 * What one contact wrote, and what they are answered. Like the lists of conversations (`bridge/rooms/conversations.ts`), threads
 * carry no room's tag and are read at a pace of their own. What a person does here shows at once.
 */
export const inboxApi = api.injectEndpoints({
  endpoints: (build) => ({
    readConversation: build.query<ReadConversation, ConversationId>({
      query: (id) => ask('conversations/read', id),
      providesTags: ['inbox'],
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
  }),
});

export const { useReadConversationQuery, useMarkConversationReadMutation, useSendFollowUpMutation } = inboxApi;
