import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** Text banks, and what one needs to know to begin one: the lists, the hours, the numbers, the people to be texted. */
export const actionsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listActionPages: build.infiniteQuery<Output<'actions/list'>, void, number | null>({
      query: ({ pageParam }) => ask('actions/list', { before: pageParam, limit: 200 }),
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next }) => next ?? undefined },
      // The names of lists stand in the rows.
      providesTags: ['actions', 'contacts'],
    }),
    readAction: build.query<Output<'actions/read'>, number>({
      query: (actionId) => ask('actions/read', { actionId }),
      providesTags: ['actions', 'scripts'],
    }),
    readActionProgress: build.query<Output<'assignments/read-progress'>, number>({
      query: (actionId) => ask('assignments/read-progress', { actionId }),
      providesTags: ['actions', 'assignments'],
    }),
    createAction: build.mutation<Output<'actions/create'>, Given<'actions/create'>>({
      query: (input) => ask('actions/create', input),
    }),
    changeAction: build.mutation<Output<'actions/change'>, Given<'actions/change'>>({
      query: (input) => ask('actions/change', input),
    }),
    publishAction: build.mutation<Output<'actions/publish'>, Given<'actions/publish'>>({
      query: (input) => ask('actions/publish', input),
      invalidatesTags: ['actions'],
    }),
    pauseAction: build.mutation<Output<'actions/pause'>, Given<'actions/pause'>>({
      query: (input) => ask('actions/pause', input),
      invalidatesTags: ['actions'],
    }),
    resumeAction: build.mutation<Output<'actions/resume'>, Given<'actions/resume'>>({
      query: (input) => ask('actions/resume', input),
      invalidatesTags: ['actions'],
    }),
    endAction: build.mutation<Output<'actions/end'>, Given<'actions/end'>>({
      query: (input) => ask('actions/end', input),
      invalidatesTags: ['actions', 'assignments'],
    }),
    readPublishingJob: build.query<Output<'jobs/read'>, number>({
      query: (jobId) => ask('jobs/read', { jobId }),
      providesTags: ['jobs', 'actions'],
    }),
    listActionLists: build.query<Output<'contacts/list-lists'>, void>({
      query: () => ask('contacts/list-lists', { limit: 500 }),
      providesTags: ['contacts'],
    }),
    listPreviewContacts: build.infiniteQuery<Output<'contacts/list-contacts'>, number, number | null>({
      query: ({ queryArg: listId, pageParam }) =>
        ask('contacts/list-contacts', { listId, after: pageParam, limit: 100 }),
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next }) => next ?? undefined },
      providesTags: ['contacts'],
    }),
    readTextingSettings: build.query<Output<'campaign/read-settings'>, void>({
      query: () => ask('campaign/read-settings', {}),
      providesTags: ['campaign'],
    }),
    listTextingNumbers: build.query<Output<'numbers/list'>, void>({
      query: () => ask('numbers/list', {}),
      providesTags: ['numbers'],
    }),
  }),
});

export const {
  useListActionPagesInfiniteQuery,
  useReadActionQuery,
  useReadActionProgressQuery,
  useCreateActionMutation,
  useChangeActionMutation,
  usePublishActionMutation,
  usePauseActionMutation,
  useResumeActionMutation,
  useEndActionMutation,
  useReadPublishingJobQuery,
  useListActionListsQuery,
  useListPreviewContactsInfiniteQuery,
  useReadTextingSettingsQuery,
  useListTextingNumbersQuery,
} = actionsApi;
