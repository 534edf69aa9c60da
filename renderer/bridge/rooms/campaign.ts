import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/** Whose campaign this is, and whether it is practice; `campaign` is null until it is founded. */
const campaignRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    readCampaign: build.query<Output<'campaign/read'>, void>({
      query: () => ask('campaign/read', {}),
      providesTags: ['campaign'],
    }),
  }),
});

export const { readCampaign } = campaignRoomApi.endpoints;
export const { useReadCampaignQuery } = campaignRoomApi;
