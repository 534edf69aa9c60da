import type { Given, Output } from '../../../shared/contract/index.ts';
import { anew } from '../../bridge/anew.ts';
import { api } from '../../bridge/api.ts';
import { appErrorOf, ask } from '../../bridge/base-query.ts';
import { listActions } from '../../bridge/rooms/actions.ts';
import { readProgressOf } from '../../bridge/rooms/assignments.ts';
import { type TextableAction, textableOf } from './textable-action.ts';

interface Textable {
  readonly actions: readonly TextableAction[];
  /** Nobody can text now, and somebody may resume an action. */
  readonly isPaused: boolean;
}

/** The calls of the screen where people text. */
export const textingApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Where one can text, each with how far it is. */
    listTextable: build.query<Textable, void>({
      queryFn: async (_nothing, queryApi) => {
        const { data, error } = await queryApi.dispatch(listActions.initiate(undefined, anew));
        if (data === undefined || error !== undefined) return { error: appErrorOf(error) };
        const actions = data.pages.flatMap((page) => page.actions);
        const running = actions.filter(({ state }) => state === 'published');
        const isPaused = running.length === 0 && actions.some(({ state }) => state === 'paused');
        const progress = await readProgressOf(running, queryApi);
        return { data: { actions: running.map((action, index) => textableOf(action, progress[index])), isPaused } };
      },
      providesTags: ['actions', 'assignments'],
    }),
    /** It carries no room's tag, and is never shown from before: see `use-answer-first.ts`. */
    readAnswerFirst: build.query<Output<'conversations/read-answer-first'>, void>({
      query: () => ask('conversations/read-answer-first', {}),
      keepUnusedDataFor: 0,
    }),
    /** The few texts that one sent last in an action. */
    listOwnLatest: build.query<Output<'outbox/list-own-latest'>, Given<'outbox/list-own-latest'>>({
      query: (input) => ask('outbox/list-own-latest', input),
      providesTags: ['outbox'],
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

export const { useGiveBackMutation, useListOwnLatestQuery, useListTextableQuery, useReadAnswerFirstQuery } = textingApi;
