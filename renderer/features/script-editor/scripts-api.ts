import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** What is written beforehand: checking it while it is written, and taking up what was kept. */
export const scriptsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listWrittenScripts: build.query<Output<'scripts/list'>, void>({
      query: () => ask('scripts/list', { limit: 100 }),
      providesTags: ['scripts'],
    }),
    checkScript: build.query<Output<'scripts/check'>, string>({
      query: (body) => ask('scripts/check', { body }),
      // Which variables there are is the campaign's.
      providesTags: ['campaign'],
      keepUnusedDataFor: 10,
    }),
  }),
});

export const { useListWrittenScriptsQuery, useCheckScriptQuery } = scriptsApi;
