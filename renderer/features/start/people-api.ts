import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** Who there is, and saying that one is one of them. */
export const peopleApi = api.injectEndpoints({
  endpoints: (build) => ({
    listSignIn: build.query<Output<'people/list-sign-in'>, void>({
      query: () => ask('people/list-sign-in', {}),
      providesTags: ['people'],
    }),
    signIn: build.mutation<Output<'people/sign-in'>, Given<'people/sign-in'>>({
      query: (input) => ask('people/sign-in', input),
    }),
    signOut: build.mutation<Output<'people/sign-out'>, void>({
      query: () => ask('people/sign-out', {}),
    }),
  }),
});

export const { useListSignInQuery, useSignInMutation, useSignOutMutation } = peopleApi;
