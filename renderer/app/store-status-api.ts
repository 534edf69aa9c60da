import type { Output } from '../../shared/contract/index.ts';
import { api } from '../bridge/api.ts';
import { ask } from '../bridge/base-query.ts';

/** What the store says of itself. Asked once for each engine; without a tag, because events tell what changes after. */
export const storeStatusApi = api.injectEndpoints({
  endpoints: (build) => ({
    readStoreStatus: build.query<Output<'store/read-status'>, void>({
      query: () => ask('store/read-status', {}),
    }),
  }),
});
