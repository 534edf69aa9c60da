import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/** The numbers that texts leave from, and how fast. */
const numbersRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    listNumbers: build.query<Output<'numbers/list'>, void>({
      query: () => ask('numbers/list', {}),
      providesTags: ['numbers', 'carrier'],
    }),
  }),
});

export const { useListNumbersQuery } = numbersRoomApi;
