import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** The call behind the first screen of a new store. */
export const campaignApi = api.injectEndpoints({
  endpoints: (build) => ({
    foundCampaign: build.mutation<Output<'campaign/found'>, Given<'campaign/found'>>({
      query: (input) => ask('campaign/found', input),
      invalidatesTags: ['campaign', 'people'],
    }),
  }),
});

export const { useFoundCampaignMutation } = campaignApi;
