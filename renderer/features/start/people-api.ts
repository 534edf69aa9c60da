import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

/** Saying who one is. */
export const peopleApi = api.injectEndpoints({
  endpoints: (build) => ({
    signIn: build.mutation<Output<'people/sign-in'>, Given<'people/sign-in'>>({
      query: (input) => ask('people/sign-in', input),
    }),
    signOut: build.mutation<Output<'people/sign-out'>, void>({
      query: () => ask('people/sign-out', {}),
    }),
  }),
});

export const { useSignInMutation, useSignOutMutation } = peopleApi;
