import type { Output } from '../../shared/contract/index.ts';
import { api } from './api.ts';
import { ask } from './base-query.ts';
import { bridge } from './bridge.ts';

export type Job = Output<'jobs/read'>['job'];

/** As many of the newest as one look back takes. */
const jobsListed = 100;

/**
 * Long work, as the engine tells of it. The progress of what runs comes with its events and is not asked for; what has
 * come of it is asked for once, when it has ended.
 */
export const jobsApi = api.injectEndpoints({
  endpoints: (build) => ({
    readJob: build.query<Job, number>({
      query: (jobId) => ask('jobs/read', { jobId }),
      transformResponse: ({ job }: Output<'jobs/read'>) => job,
      providesTags: ['jobs'],
      onCacheEntryAdded: async (jobId, { updateCachedData, cacheEntryRemoved, dispatch }) => {
        const stopListening = bridge.on('job', ({ jobId: of, state, done, total }) => {
          if (of !== jobId) return;
          if (state !== 'running') return void dispatch(api.util.invalidateTags(['jobs']));
          updateCachedData((job) => ({ ...job, done, total }));
        });
        await cacheEntryRemoved;
        stopListening();
      },
    }),
    /** The newest, the newest first. */
    listJobs: build.query<readonly Job[], void>({
      query: () => ask('jobs/list', { limit: jobsListed }),
      transformResponse: ({ jobs }: Output<'jobs/list'>) => jobs,
      providesTags: ['jobs'],
      onCacheEntryAdded: async (_none, { getCacheEntry, updateCachedData, cacheEntryRemoved, dispatch }) => {
        const stopListening = bridge.on('job', ({ jobId, state, done, total }) => {
          const isNew = jobId > (getCacheEntry().data?.[0]?.jobId ?? 0);
          if (isNew || state !== 'running') return void dispatch(api.util.invalidateTags(['jobs']));
          updateCachedData((jobs) => jobs.map((job) => (job.jobId === jobId ? { ...job, done, total } : job)));
        });
        await cacheEntryRemoved;
        stopListening();
      },
    }),
    cancelJob: build.mutation<Output<'jobs/cancel'>, number>({
      query: (jobId) => ask('jobs/cancel', { jobId }),
      invalidatesTags: ['jobs'],
    }),
  }),
});

export const { useReadJobQuery, useListJobsQuery, useCancelJobMutation } = jobsApi;
