import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/** What the store says of itself. Asked once for each engine; without a tag, because events tell what changes after. */
const storeRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    readStoreStatus: build.query<Output<'store/read-status'>, void>({
      query: () => ask('store/read-status', {}),
    }),
  }),
});

export const { readStoreStatus } = storeRoomApi.endpoints;
export const { useReadStoreStatusQuery } = storeRoomApi;
