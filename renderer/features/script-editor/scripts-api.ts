import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** What is written beforehand: checking it while it is written, keeping it, and taking up what was kept. */
export const scriptsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listWrittenScripts: build.query<Output<'scripts/list'>, void>({
      query: () => ask('scripts/list', { limit: 100 }),
      providesTags: ['scripts'],
    }),
    createScript: build.mutation<Output<'scripts/create'>, Given<'scripts/create'>>({
      query: (input) => ask('scripts/create', input),
    }),
    changeScript: build.mutation<Output<'scripts/change'>, Given<'scripts/change'>>({
      query: (input) => ask('scripts/change', input),
    }),
    checkScript: build.query<Output<'scripts/check'>, string>({
      query: (body) => ask('scripts/check', { body }),
      // Which variables there are is the campaign's.
      providesTags: ['campaign'],
      keepUnusedDataFor: 10,
    }),
    listScriptVariables: build.query<Output<'scripts/list-variables'>, void>({
      query: () => ask('scripts/list-variables', {}),
      providesTags: ['campaign'],
    }),
    listVariableFields: build.query<Output<'campaign/list-fields'>, void>({
      query: () => ask('campaign/list-fields', {}),
      providesTags: ['campaign'],
    }),
  }),
});

export const {
  useListWrittenScriptsQuery,
  useCreateScriptMutation,
  useChangeScriptMutation,
  useCheckScriptQuery,
  useListScriptVariablesQuery,
  useListVariableFieldsQuery,
} = scriptsApi;
