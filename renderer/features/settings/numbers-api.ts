import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** The numbers that texts leave from, and how fast. */
export const numbersApi = api.injectEndpoints({
  endpoints: (build) => ({
    listNumbers: build.query<Output<'numbers/list'>, void>({
      query: () => ask('numbers/list', {}),
      providesTags: ['numbers', 'carrier'],
    }),
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

export const { useListNumbersQuery, useRefreshNumbersMutation, useSetNumberRateMutation, useSetAccountRateMutation } =
  numbersApi;
