import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** The way to another campaign from where there are no settings yet. */
const otherCampaignsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Those that have a name, without the one that is open. */
    listOtherCampaigns: build.query<{ readonly campaignId: string; readonly name: string }[], void>({
      query: () => ask('app/list-campaigns', {}),
      transformResponse: ({ campaigns }: Output<'app/list-campaigns'>) =>
        campaigns.flatMap(({ campaignId, name, isOpen }) => (isOpen || name === null ? [] : [{ campaignId, name }])),
      providesTags: ['campaign'],
    }),
    openOtherCampaign: build.mutation<Output<'app/open-campaign'>, Given<'app/open-campaign'>>({
      query: (input) => ask('app/open-campaign', input),
    }),
  }),
});

export const { useListOtherCampaignsQuery, useOpenOtherCampaignMutation } = otherCampaignsApi;
