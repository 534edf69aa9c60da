import { createApi } from '@reduxjs/toolkit/query/react';
import { rooms } from '../../shared/contract/events.ts';
import { bridgeBaseQuery } from './base-query.ts';

/**
 * All that the engine knows, as the page sees it. Features add their calls with `injectEndpoints` and tag each query
 * with the rooms it shows; an event that names a room fetches those again.
 */
export const api = createApi({
  reducerPath: 'api',
  baseQuery: bridgeBaseQuery,
  tagTypes: [...rooms],
  endpoints: () => ({}),
});
