import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';
import { type ListedAction, type OpenAction, openActionOf } from './open-action.ts';

/** More actions at once than anybody runs. */
const mostActions = 200;

/** As many as tell what it is about; all of them are in the inbox. */
const repliesShown = 3;

export interface ActionsToday {
  /** All that this person may see, newest first. */
  readonly listed: readonly ListedAction[];
  /** Those in which people text, or will again, with how far each is. */
  readonly open: readonly OpenAction[];
}

/** What the first screen shows of the other rooms. */
export const todayApi = api.injectEndpoints({
  endpoints: (build) => ({
    readActionsToday: build.query<ActionsToday, void>({
      queryFn: async (_nothing, _queryApi, _options, baseQuery) => {
        const answer = await baseQuery(ask('actions/list', { limit: mostActions }));
        if (answer.error) return { error: answer.error };
        const { actions: listed } = answer.data as Output<'actions/list'>;
        const open = listed
          .filter(({ state }) => state === 'published' || state === 'paused')
          .map(async (action) => {
            const { data } = await baseQuery(ask('assignments/read-progress', { actionId: action.actionId }));
            return openActionOf(action, data as Output<'assignments/read-progress'> | undefined);
          });
        return { data: { listed, open: await Promise.all(open) } };
      },
      // How far they are is read at a pace of its own (`use-actions-today.ts`).
      providesTags: ['actions'],
    }),
    hasAnyList: build.query<boolean, void>({
      query: () => ask('contacts/list-lists', { limit: 1 }),
      transformResponse: ({ lists }: Output<'contacts/list-lists'>) => lists.length > 0,
      providesTags: ['contacts'],
    }),
    /** The newest that need an answer. How many there are is counted by itself (`bridge/rooms/needing-answer.ts`). */
    readRepliesToday: build.query<Output<'conversations/list'>, void>({
      query: () => ask('conversations/list', { filter: 'needs-attention', limit: repliesShown }),
      providesTags: ['conversations', 'replies'],
    }),
  }),
});

export const { useReadActionsTodayQuery, useHasAnyListQuery, useReadRepliesTodayQuery } = todayApi;
