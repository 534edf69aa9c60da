import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

export type Performance = Output<'results/read-performance'>;
export type Undecided = Output<'outbox/list-needs-person'>['messages'][number];

/** What came of an action, its spreadsheets, and the texts that only a person can decide about. */
export const resultsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** All of it is counted anew each time, so it is read at a pace of its own (`use-performance.ts`). */
    readPerformance: build.query<Performance, number>({
      query: (actionId) => ask('results/read-performance', { actionId }),
      providesTags: ['actions'],
    }),
    startExport: build.mutation<Output<'results/start-export'>, Given<'results/start-export'>>({
      query: (input) => ask('results/start-export', input),
    }),
    /** The queue changes with every text that leaves, so it is read at a pace of its own (`use-undecided-texts.ts`). */
    listNeedsPerson: build.query<Output<'outbox/list-needs-person'>, void>({
      query: () => ask('outbox/list-needs-person', { limit: 50 }),
      providesTags: ['numbers', 'actions'],
    }),
    decideText: build.mutation<Output<'outbox/decide'>, Given<'outbox/decide'>>({
      query: (input) => ask('outbox/decide', input),
      invalidatesTags: ['outbox'],
      // What is decided waits for nobody any more; the news of it come at their own pace.
      onQueryStarted: async ({ messageId }, { dispatch, queryFulfilled }) => {
        const { error } = await queryFulfilled.then(
          () => ({ error: null }),
          (error: unknown) => ({ error }),
        );
        if (error !== null) return;
        dispatch(
          resultsApi.util.updateQueryData('listNeedsPerson', undefined, ({ messages, ...rest }) => ({
            ...rest,
            messages: messages.filter((message) => message.messageId !== messageId),
          })),
        );
      },
    }),
  }),
});

export const { useReadPerformanceQuery, useStartExportMutation, useListNeedsPersonQuery, useDecideTextMutation } =
  resultsApi;
