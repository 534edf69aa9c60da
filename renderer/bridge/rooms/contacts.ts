import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/** Lists, who is in them, and opting somebody out by hand. */
const contactsRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    listLists: build.query<Output<'contacts/list-lists'>, Given<'contacts/list-lists'>>({
      query: (page) => ask('contacts/list-lists', page),
      providesTags: ['contacts'],
    }),
    listContacts: build.query<Output<'contacts/list-contacts'>, Given<'contacts/list-contacts'>>({
      query: (page) => ask('contacts/list-contacts', page),
      providesTags: ['contacts'],
      // A list may have a million contacts, so pages that nobody looks at are soon forgotten. In seconds.
      keepUnusedDataFor: 5,
    }),
    optOutContact: build.mutation<Output<'contacts/opt-out'>, Given<'contacts/opt-out'>>({
      query: (input) => ask('contacts/opt-out', input),
      invalidatesTags: ['contacts', 'conversations', 'inbox'],
    }),
  }),
});

export const { listContacts } = contactsRoomApi.endpoints;
export const { useListListsQuery, useListContactsQuery, useOptOutContactMutation } = contactsRoomApi;
