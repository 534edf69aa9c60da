import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';
import type { HoursAhead } from './hours-ahead.ts';

const hoursApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** By action. Texting changes nothing about it, so it is not asked for when somebody is claimed or texted. */
    readHoursAhead: build.query<Readonly<Record<number, HoursAhead>>, readonly number[]>({
      queryFn: async (actionIds, _queryApi, _options, baseQuery) => {
        const all = actionIds.map(async (actionId) => {
          const { data } = await baseQuery(ask('assignments/read-hours', { actionId }));
          return data === undefined ? [] : [[actionId, data as Output<'assignments/read-hours'>] as const];
        });
        return { data: Object.fromEntries((await Promise.all(all)).flat()) };
      },
      providesTags: ['actions', 'campaign'],
    }),
  }),
});

export const { useReadHoursAheadQuery } = hoursApi;
