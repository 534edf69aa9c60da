import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** The calls behind the first screens. */
export const campaignApi = api.injectEndpoints({
  endpoints: (build) => ({
    readCampaign: build.query<Output<'campaign/read'>, void>({
      query: () => ask('campaign/read', {}),
      providesTags: ['campaign'],
    }),
    foundCampaign: build.mutation<Output<'campaign/found'>, Given<'campaign/found'>>({
      query: (input) => ask('campaign/found', input),
      invalidatesTags: ['campaign', 'people'],
    }),
    readAbout: build.query<Output<'app/read-about'>, void>({
      query: () => ask('app/read-about', {}),
    }),
    showDataFolder: build.mutation<Output<'app/show-data-folder'>, void>({
      query: () => ask('app/show-data-folder', {}),
    }),
  }),
});

export const { useReadCampaignQuery, useFoundCampaignMutation, useReadAboutQuery, useShowDataFolderMutation } =
  campaignApi;
