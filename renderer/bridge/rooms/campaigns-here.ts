import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

export type CampaignHere = Output<'app/list-campaigns'>['campaigns'][number];

/** The campaigns of this computer: the open one and the way to others. Opening one loads the window afresh. */
export const campaignsHereApi = api.injectEndpoints({
  endpoints: (build) => ({
    listCampaignsHere: build.query<readonly CampaignHere[], void>({
      query: () => ask('app/list-campaigns', {}),
      transformResponse: ({ campaigns }: Output<'app/list-campaigns'>) => campaigns,
      providesTags: ['campaign'],
    }),
    createCampaign: build.mutation<Output<'app/create-campaign'>, Given<'app/create-campaign'>>({
      query: (input) => ask('app/create-campaign', input),
    }),
    openCampaign: build.mutation<Output<'app/open-campaign'>, Given<'app/open-campaign'>>({
      query: (input) => ask('app/open-campaign', input),
    }),
  }),
});

export const { useListCampaignsHereQuery, useCreateCampaignMutation, useOpenCampaignMutation } = campaignsHereApi;
