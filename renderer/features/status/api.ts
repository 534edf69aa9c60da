import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

export type QueueStatus = Output<'outbox/read-status'>;

/**
 * The queue's state carries no tag: while texts leave, news of it come faster than anybody reads, so it is read at a
 * pace of its own (`use-queue-status.ts`).
 */
export const statusApi = api.injectEndpoints({
  endpoints: (build) => ({
    readQueueStatus: build.query<QueueStatus, void>({
      query: () => ask('outbox/read-status', {}),
    }),
    resumeSending: build.mutation<Output<'outbox/resume-sending'>, Given<'outbox/resume-sending'>>({
      query: (input) => ask('outbox/resume-sending', input),
      invalidatesTags: ['outbox'],
    }),
  }),
});

export const { useReadQueueStatusQuery, useResumeSendingMutation } = statusApi;
