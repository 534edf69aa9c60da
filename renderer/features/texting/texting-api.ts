import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';
import { type TextableAction, textableOf } from './textable-action.ts';

/** More running actions than anybody texts in. */
const mostActions = 500;

interface Textable {
  readonly actions: readonly TextableAction[];
  /** Nobody can text now, and somebody may resume an action. */
  readonly isPaused: boolean;
}

type Actions = Output<'actions/list'>;
type Progress = Output<'assignments/read-progress'>;

/** The calls of the screen where people text. */
export const textingApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Where one can text, each with how far it is. */
    listTextable: build.query<Textable, void>({
      queryFn: async (_nothing, _queryApi, _options, baseQuery) => {
        const listed = await baseQuery(ask('actions/list', { limit: mostActions }));
        if (listed.error) return { error: listed.error };
        const { actions } = listed.data as Actions;
        const running = actions.filter(({ state }) => state === 'published');
        const isPaused = running.length === 0 && actions.some(({ state }) => state === 'paused');
        const all = running.map(async (action) => {
          const { data } = await baseQuery(ask('assignments/read-progress', { actionId: action.actionId }));
          return textableOf(action, data as Progress | undefined);
        });
        return { data: { actions: await Promise.all(all), isPaused } };
      },
      providesTags: ['actions', 'assignments'],
    }),
    readTextedAction: build.query<Output<'actions/read'>['action'], number>({
      query: (actionId) => ask('actions/read', { actionId }),
      transformResponse: (answer: Output<'actions/read'>) => answer.action,
      providesTags: ['actions'],
    }),
    /** It carries no room's tag, and is never shown from before: see `use-answer-first.ts`. */
    readAnswerFirst: build.query<Output<'conversations/read-answer-first'>, void>({
      query: () => ask('conversations/read-answer-first', {}),
      keepUnusedDataFor: 0,
    }),
    giveBack: build.mutation<Output<'assignments/give-back'>, Given<'assignments/give-back'>>({
      query: (input) => ask('assignments/give-back', input),
    }),
    claimBatch: build.mutation<Output<'assignments/claim-batch'>, Given<'assignments/claim-batch'>>({
      query: (input) => ask('assignments/claim-batch', input),
    }),
    /**
     * A page of the desk for `desk.ts`, which keeps it. Nothing is kept here, and no news of the engine asks again: each
     * press is such news, and the desk would be read anew at each.
     */
    bringDesk: build.mutation<Output<'assignments/list-desk'>, Given<'assignments/list-desk'>>({
      query: (input) => ask('assignments/list-desk', input),
    }),
  }),
});

export const { useGiveBackMutation, useListTextableQuery, useReadTextedActionQuery, useReadAnswerFirstQuery } =
  textingApi;
