import type { Output } from '../../../shared/contract/index.ts';
import { anew } from '../../bridge/anew.ts';
import { api } from '../../bridge/api.ts';
import { appErrorOf, ask } from '../../bridge/base-query.ts';
import { type ListedAction, listActions } from '../../bridge/rooms/actions.ts';
import { readProgressOf } from '../../bridge/rooms/assignments.ts';
import { type OpenAction, openActionOf } from './open-action.ts';

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
      queryFn: async (_nothing, queryApi, _options, baseQuery) => {
        const { data, error } = await queryApi.dispatch(listActions.initiate(undefined, anew));
        if (data === undefined || error !== undefined) return { error: appErrorOf(error) };
        const listed = data.pages.flatMap(({ actions }) => actions);
        const open = listed.filter(({ state }) => state === 'published' || state === 'paused');
        const [progress, own] = await Promise.all([
          readProgressOf(open, queryApi),
          baseQuery(ask('assignments/list-own-desks', {})),
        ]);
        const { desks } = (own.data as Output<'assignments/list-own-desks'> | undefined) ?? { desks: [] };
        const ownLeft = new Map(desks.map(({ actionId, leftCount }) => [actionId, leftCount]));
        const withProgress = open.map((action, index) =>
          openActionOf(action, progress[index], ownLeft.get(action.actionId)),
        );
        return { data: { listed, open: withProgress } };
      },
      // How far they are is read at a pace of its own (`use-actions-today.ts`).
      providesTags: ['actions'],
    }),
  }),
});

export const { useReadActionsTodayQuery } = todayApi;
