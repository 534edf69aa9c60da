import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** What one can do about the queue, and what waits in it one by one. */
export const statusApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** It changes with every text that leaves, so it is read at a pace of its own (`use-waiting-texts.ts`). */
    listWaiting: build.query<Output<'outbox/list-waiting'>, Given<'outbox/list-waiting'>>({
      query: (page) => ask('outbox/list-waiting', page),
      // A hundred thousand may wait, so pages that nobody looks at are soon forgotten. In seconds.
      keepUnusedDataFor: 5,
    }),
    resumeSending: build.mutation<Output<'outbox/resume-sending'>, Given<'outbox/resume-sending'>>({
      query: (input) => ask('outbox/resume-sending', input),
      invalidatesTags: ['outbox'],
    }),
  }),
});

export const { useListWaitingQuery, useResumeSendingMutation } = statusApi;
