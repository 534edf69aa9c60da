import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/** What can be filled in for each contact, wherever scripts are written or looked at. */
const scriptsRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    listScriptVariables: build.query<Output<'scripts/list-variables'>, void>({
      query: () => ask('scripts/list-variables', {}),
      providesTags: ['campaign'],
    }),
    /** What scripts can say of contacts, at most a hundred of them, by the variables' canonical names. */
    readContactValues: build.query<Output<'scripts/read-values'>, readonly number[]>({
      query: (contactIds) => ask('scripts/read-values', { contactIds: [...contactIds] }),
      providesTags: ['contacts'],
    }),
  }),
});

export const { readContactValues } = scriptsRoomApi.endpoints;
export const { useListScriptVariablesQuery, useReadContactValuesQuery } = scriptsRoomApi;
