import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/** Who works here, as anybody may know who is about to sign in. */
const peopleRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    listSignIn: build.query<Output<'people/list-sign-in'>, void>({
      query: () => ask('people/list-sign-in', {}),
      providesTags: ['people'],
    }),
  }),
});

export const { useListSignInQuery } = peopleRoomApi;
