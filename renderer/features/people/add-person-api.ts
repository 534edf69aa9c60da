import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

export const addPersonApi = api.injectEndpoints({
  endpoints: (build) => ({
    addPerson: build.mutation<Output<'people/add'>, Given<'people/add'>>({
      query: (input) => ask('people/add', input),
      invalidatesTags: ['people'],
    }),
  }),
});

export const { useAddPersonMutation } = addPersonApi;
