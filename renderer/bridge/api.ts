import { createApi } from '@reduxjs/toolkit/query/react';
import { rooms } from '../../shared/contract/events.ts';
import { bridgeBaseQuery } from './base-query.ts';

/**
 * All that the engine knows, as the page sees it. Features add their calls with `injectEndpoints` and tag each query
 * with the rooms it shows; an event that names a room fetches those again. A call that several features ask has its one
 * endpoint in `rooms`, so that all of them are shown the same.
 */
export const api = createApi({
  reducerPath: 'api',
  baseQuery: bridgeBaseQuery,
  // The last two are no rooms: news do not fetch those again, but what a person does here shows at once.
  tagTypes: [...rooms, 'inbox', 'inbox-lists'],
  endpoints: () => ({}),
});
