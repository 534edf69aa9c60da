import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** What this computer keeps for the open campaign: its carrier account, its file. */
export const computerApi = api.injectEndpoints({
  endpoints: (build) => ({
    readCredentials: build.query<Output<'app/read-credentials'>, void>({
      query: () => ask('app/read-credentials', {}),
      providesTags: ['carrier'],
    }),
    forgetCredentials: build.mutation<Output<'app/forget-credentials'>, void>({
      query: () => ask('app/forget-credentials', {}),
      invalidatesTags: ['carrier', 'numbers'],
    }),
    readAbout: build.query<Output<'app/read-about'>, void>({
      query: () => ask('app/read-about', {}),
    }),
    checkIntegrity: build.mutation<Output<'store/check-integrity'>, Given<'store/check-integrity'>>({
      query: (input) => ask('store/check-integrity', input),
    }),
  }),
});

export const { useReadCredentialsQuery, useForgetCredentialsMutation, useReadAboutQuery, useCheckIntegrityMutation } =
  computerApi;
