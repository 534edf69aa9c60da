import { useEffect, useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { type ExportJob, useReadExportJobQuery } from './api.ts';

/** How far a job is: as it was read, and as its news tell since. Undefined until it was read. */
export function useExportJob(jobId: number): ExportJob | undefined {
  const { data, refetch } = useReadExportJobQuery(jobId);
  const [news, setNews] = useState<Pick<ExportJob, 'done' | 'total'> | null>(null);
  useEffect(
    () =>
      bridge.on('job', ({ jobId: told, state, done, total }) => {
        if (told !== jobId) return;
        setNews({ done, total });
        // The outcome is not told with the news.
        if (state !== 'running') void refetch();
      }),
    [jobId, refetch],
  );
  const job = data?.job;
  return job?.state === 'running' && news !== null ? { ...job, ...news } : job;
}
