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
  }),
});

export const { useListScriptVariablesQuery } = scriptsRoomApi;
