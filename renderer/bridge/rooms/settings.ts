import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/** What an admin has decided for the whole campaign: changed in the settings, obeyed by most screens. */
export const settingsApi = api.injectEndpoints({
  endpoints: (build) => ({
    readSettings: build.query<Output<'campaign/read-settings'>, void>({
      query: () => ask('campaign/read-settings', {}),
      providesTags: ['campaign'],
    }),
  }),
});

export const { useReadSettingsQuery } = settingsApi;
