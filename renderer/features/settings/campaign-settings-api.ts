import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** Changes of what an admin decides for the whole campaign. */
export const campaignSettingsApi = api.injectEndpoints({
  endpoints: (build) => ({
    changeCampaignSettings: build.mutation<Output<'campaign/change-settings'>, Given<'campaign/change-settings'>>({
      query: (input) => ask('campaign/change-settings', input),
      invalidatesTags: ['campaign'],
    }),
    renameCampaign: build.mutation<Output<'campaign/rename'>, Given<'campaign/rename'>>({
      query: (input) => ask('campaign/rename', input),
      invalidatesTags: ['campaign'],
    }),
  }),
});

export const { useChangeCampaignSettingsMutation, useRenameCampaignMutation } = campaignSettingsApi;
