import type { BaseQueryApi } from '@reduxjs/toolkit/query';
import type { Output } from '../../../shared/contract/index.ts';
import { anew } from '../anew.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

export type ActionProgress = Output<'assignments/read-progress'>;

const assignmentsRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** How far an action is. It changes with every text, so each screen reads it at a pace of its own. */
    readActionProgress: build.query<ActionProgress, number>({
      query: (actionId) => ask('assignments/read-progress', { actionId }),
      providesTags: ['actions'],
    }),
  }),
});

export const { useReadActionProgressQuery } = assignmentsRoomApi;

/** How far each of the actions is now, in their order; undefined where it could not be read. */
export function readProgressOf(
  actions: readonly { readonly actionId: number }[],
  { dispatch }: Pick<BaseQueryApi, 'dispatch'>,
): Promise<readonly (ActionProgress | undefined)[]> {
  const { readActionProgress } = assignmentsRoomApi.endpoints;
  return Promise.all(
    actions.map(async ({ actionId }) => {
      const { data, error } = await dispatch(readActionProgress.initiate(actionId, anew));
      // What is kept from before is not how far it is now.
      return error === undefined ? data : undefined;
    }),
  );
}
