import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

export type ListedAction = Output<'actions/list'>['actions'][number];

/** More actions than most campaigns have, so that the first page is all of them. */
const actionsPerPage = 500;

/** Text banks: which there are, and what one of them says. */
const actionsRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    listActions: build.infiniteQuery<Output<'actions/list'>, void, number | null>({
      query: ({ pageParam }) => ask('actions/list', { before: pageParam, limit: actionsPerPage }),
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next }) => next ?? undefined },
      // The names of lists stand in the rows.
      providesTags: ['actions', 'contacts'],
    }),
    /** Texters are not told of one that has ended. */
    readAction: build.query<Output<'actions/read'>, number>({
      query: (actionId) => ask('actions/read', { actionId }),
      providesTags: ['actions', 'scripts'],
    }),
  }),
});

export const { listActions, readAction } = actionsRoomApi.endpoints;
export const { useListActionsInfiniteQuery, useReadActionQuery } = actionsRoomApi;
