import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** A contact as a text may speak of them: `values` are by the variables' canonical names. */
export type PreviewContact = Output<'contacts/list-contacts'>['contacts'][number] &
  Pick<Output<'scripts/read-values'>['contacts'][number], 'values'>;

interface PreviewPage {
  readonly contacts: readonly PreviewContact[];
  readonly next: number | null;
}

/** As many as the engine gives the values of at once. */
export const previewsPerPage = 100;

/** Text banks, and what one needs to know to begin one: the lists, the numbers, the people to be texted. */
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
    /** It changes with every text, so it is read at a pace of its own (`use-action-progress.ts`). */
    readActionProgress: build.query<Output<'assignments/read-progress'>, number>({
      query: (actionId) => ask('assignments/read-progress', { actionId }),
      providesTags: ['actions'],
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
    takeBack: build.mutation<Output<'assignments/take-back'>, Given<'assignments/take-back'>>({
      query: (input) => ask('assignments/take-back', input),
      invalidatesTags: ['actions', 'assignments'],
    }),
    addResponse: build.mutation<Output<'actions/add-response'>, Given<'actions/add-response'>>({
      query: (input) => ask('actions/add-response', input),
      invalidatesTags: ['actions', 'scripts'],
    }),
    changeResponse: build.mutation<Output<'actions/change-response'>, Given<'actions/change-response'>>({
      query: (input) => ask('actions/change-response', input),
      invalidatesTags: ['actions', 'scripts'],
    }),
    removeResponse: build.mutation<Output<'actions/remove-response'>, Given<'actions/remove-response'>>({
      query: (input) => ask('actions/remove-response', input),
      invalidatesTags: ['actions'],
    }),
    listActionLists: build.query<Output<'contacts/list-lists'>, void>({
      query: () => ask('contacts/list-lists', { limit: 500 }),
      providesTags: ['contacts'],
    }),
    listPreviewContacts: build.infiniteQuery<PreviewPage, number, number | null>({
      queryFn: async ({ queryArg: listId, pageParam }, _queryApi, _options, baseQuery) => {
        const listed = await baseQuery(
          ask('contacts/list-contacts', { listId, after: pageParam, limit: previewsPerPage }),
        );
        if (listed.error) return { error: listed.error };
        const { contacts, next } = listed.data as Output<'contacts/list-contacts'>;
        const contactIds = contacts.map(({ contactId }) => contactId);
        const read = await baseQuery(ask('scripts/read-values', { contactIds }));
        if (read.error) return { error: read.error };
        const known = (read.data as Output<'scripts/read-values'>).contacts;
        const valuesOf = new Map(known.map(({ contactId, values }) => [contactId, values]));
        return {
          data: { contacts: contacts.map((one) => ({ ...one, values: valuesOf.get(one.contactId) ?? {} })), next },
        };
      },
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next }) => next ?? undefined },
      providesTags: ['contacts'],
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
  useTakeBackMutation,
  useAddResponseMutation,
  useChangeResponseMutation,
  useRemoveResponseMutation,
  useListActionListsQuery,
  useListPreviewContactsInfiniteQuery,
  useListTextingNumbersQuery,
} = actionsApi;
