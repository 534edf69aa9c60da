import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** What one can change about the numbers that texts leave from. */
export const numbersApi = api.injectEndpoints({
  endpoints: (build) => ({
    refreshNumbers: build.mutation<Output<'numbers/refresh'>, void>({
      query: () => ask('numbers/refresh', {}),
      invalidatesTags: ['numbers'],
    }),
    setNumberRate: build.mutation<Output<'numbers/set-rate'>, Given<'numbers/set-rate'>>({
      query: (input) => ask('numbers/set-rate', input),
      invalidatesTags: ['numbers'],
    }),
    setAccountRate: build.mutation<Output<'numbers/set-account-rate'>, Given<'numbers/set-account-rate'>>({
      query: (input) => ask('numbers/set-account-rate', input),
      invalidatesTags: ['numbers'],
    }),
  }),
});

export const { useRefreshNumbersMutation, useSetNumberRateMutation, useSetAccountRateMutation } = numbersApi;
