import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

export type Performance = Output<'results/read-performance'>;
export type Progress = Output<'assignments/read-progress'>;
export type ResultsAction = Output<'actions/list'>['actions'][number];
export type ExportJob = Output<'jobs/read'>['job'];
export type SaveFile = NonNullable<Output<'app/choose-save-file'>['file']>;
export type Undecided = Output<'outbox/list-needs-person'>['messages'][number];

/** More actions than a campaign has. */
const mostActions = 500;

/** What came of an action, its spreadsheets, and the texts that only a person can decide about. */
export const resultsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listResultsActions: build.query<Output<'actions/list'>, void>({
      query: () => ask('actions/list', { limit: mostActions }),
      providesTags: ['actions'],
    }),
    readPerformance: build.query<Performance, number>({
      query: (actionId) => ask('results/read-performance', { actionId }),
      providesTags: ['actions', 'assignments', 'outbox', 'delivery', 'replies', 'conversations', 'contacts'],
    }),
    readResultsProgress: build.query<Progress, number>({
      query: (actionId) => ask('assignments/read-progress', { actionId }),
      providesTags: ['actions', 'assignments', 'outbox'],
    }),
    chooseExportFile: build.mutation<Output<'app/choose-save-file'>, string>({
      query: (suggestedName) => ask('app/choose-save-file', { suggestedName }),
    }),
    startExport: build.mutation<Output<'results/start-export'>, Given<'results/start-export'>>({
      query: (input) => ask('results/start-export', input),
    }),
    readExportJob: build.query<Output<'jobs/read'>, number>({
      query: (jobId) => ask('jobs/read', { jobId }),
      providesTags: ['jobs'],
    }),
    cancelExport: build.mutation<Output<'jobs/cancel'>, number>({
      query: (jobId) => ask('jobs/cancel', { jobId }),
    }),
    showExportFile: build.mutation<Output<'app/show-file'>, string>({
      query: (token) => ask('app/show-file', { token }),
    }),
    listNeedsPerson: build.query<Output<'outbox/list-needs-person'>, void>({
      query: () => ask('outbox/list-needs-person', { limit: 50 }),
      providesTags: ['outbox', 'numbers', 'actions'],
    }),
    decideText: build.mutation<Output<'outbox/decide'>, Given<'outbox/decide'>>({
      query: (input) => ask('outbox/decide', input),
      invalidatesTags: ['outbox'],
    }),
  }),
});

export const {
  useListResultsActionsQuery,
  useReadPerformanceQuery,
  useReadResultsProgressQuery,
  useChooseExportFileMutation,
  useStartExportMutation,
  useReadExportJobQuery,
  useCancelExportMutation,
  useShowExportFileMutation,
  useListNeedsPersonQuery,
  useDecideTextMutation,
} = resultsApi;
