import type { Output } from '../../../../shared/contract/index.ts';
import { api } from '../../../bridge/api.ts';
import { ask } from '../../../bridge/base-query.ts';

export type Found = Output<'conversations/find-contact'>;

/** Who has a phone number, and where they were texted. */
export const findApi = api.injectEndpoints({
  endpoints: (build) => ({
    findContact: build.query<Found, string>({
      query: (phone) => ask('conversations/find-contact', { phone }),
      providesTags: ['contacts', 'conversations'],
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useFindContactQuery } = findApi;
