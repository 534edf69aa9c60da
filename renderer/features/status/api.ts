import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** What one can do about the queue. */
export const statusApi = api.injectEndpoints({
  endpoints: (build) => ({
    resumeSending: build.mutation<Output<'outbox/resume-sending'>, Given<'outbox/resume-sending'>>({
      query: (input) => ask('outbox/resume-sending', input),
      invalidatesTags: ['outbox'],
    }),
  }),
});

export const { useResumeSendingMutation } = statusApi;
