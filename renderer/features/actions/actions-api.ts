import type { Given, Output } from '../../../shared/contract/index.ts';
import { anew } from '../../bridge/anew.ts';
import { api } from '../../bridge/api.ts';
import { appErrorOf, ask } from '../../bridge/base-query.ts';
import { listContacts } from '../../bridge/rooms/contacts.ts';
import { readContactValues } from '../../bridge/rooms/scripts.ts';

/** A contact as a text may speak of them: `values` are by the variables' canonical names. */
export type PreviewContact = Output<'contacts/list-contacts'>['contacts'][number] &
  Pick<Output<'scripts/read-values'>['contacts'][number], 'values'>;

interface PreviewPage {
  readonly contacts: readonly PreviewContact[];
  readonly next: number | null;
}

/** As many as the engine gives the values of at once. */
export const previewsPerPage = 100;

/** What is done with text banks, and the people to be texted as their texts will speak of them. */
export const actionsApi = api.injectEndpoints({
  endpoints: (build) => ({
    createScript: build.mutation<Output<'scripts/create'>, Given<'scripts/create'>>({
      query: (input) => ask('scripts/create', input),
    }),
    changeScript: build.mutation<Output<'scripts/change'>, Given<'scripts/change'>>({
      query: (input) => ask('scripts/change', input),
    }),
    createAction: build.mutation<Output<'actions/create'>, Given<'actions/create'>>({
      query: (input) => ask('actions/create', input),
    }),
    changeAction: build.mutation<Output<'actions/change'>, Given<'actions/change'>>({
      query: (input) => ask('actions/change', input),
    }),
    /** Whom it would text as things stand, counted anew for each asking. */
    readReach: build.query<Output<'actions/read-reach'>, number>({
      query: (actionId) => ask('actions/read-reach', { actionId }),
      providesTags: ['actions', 'contacts', 'campaign'],
    }),
    /** Whom a variable would leave a hole for. It is read at a pace of its own (`use-lacking.ts`). */
    readLacking: build.query<Output<'actions/read-lacking'>, Given<'actions/read-lacking'>>({
      query: (input) => ask('actions/read-lacking', input),
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
    listPreviewContacts: build.infiniteQuery<PreviewPage, number, number | null>({
      queryFn: async ({ queryArg: listId, pageParam: after }, { dispatch }) => {
        const listed = await dispatch(listContacts.initiate({ listId, after, limit: previewsPerPage }, anew));
        if (listed.data === undefined || listed.error !== undefined) return { error: appErrorOf(listed.error) };
        const { contacts, next } = listed.data;
        const contactIds = contacts.map(({ contactId }) => contactId);
        const read = await dispatch(readContactValues.initiate(contactIds, anew));
        if (read.data === undefined || read.error !== undefined) return { error: appErrorOf(read.error) };
        const valuesOf = new Map(read.data.contacts.map(({ contactId, values }) => [contactId, values]));
        return {
          data: { contacts: contacts.map((one) => ({ ...one, values: valuesOf.get(one.contactId) ?? {} })), next },
        };
      },
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next }) => next ?? undefined },
      providesTags: ['contacts'],
    }),
  }),
});

export const {
  useCreateActionMutation,
  useChangeActionMutation,
  useReadReachQuery,
  useReadLackingQuery,
  usePublishActionMutation,
  usePauseActionMutation,
  useResumeActionMutation,
  useEndActionMutation,
  useTakeBackMutation,
  useAddResponseMutation,
  useChangeResponseMutation,
  useRemoveResponseMutation,
  useListPreviewContactsInfiniteQuery,
} = actionsApi;
