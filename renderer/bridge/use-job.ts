import { skipToken } from '@reduxjs/toolkit/query';
import type { AppError } from '../../shared/errors.ts';
import { appErrorOf } from './base-query.ts';
import { type Job, useReadJobQuery } from './jobs-api.ts';

/** How a job is, on its way to its end. */
export type FollowedJob =
  /** `job` is missing until it has been read for the first time. */
  | { readonly is: 'running'; readonly job: Job | undefined }
  | { readonly is: 'ended'; readonly job: Job }
  /** Nothing can be learned of it, so nobody waits for it: it cannot be read, or the engine does not know it. */
  | { readonly is: 'lost'; readonly error: AppError };

/** Follows a job to its end, whatever that is. @param jobId null while there is none, and then gives null. */
export function useJob(jobId: number | null): FollowedJob | null {
  const { currentData: job, error } = useReadJobQuery(jobId ?? skipToken);
  if (jobId === null) return null;
  if (job !== undefined && job.state !== 'running') return { is: 'ended', job };
  return error === undefined ? { is: 'running', job } : { is: 'lost', error: appErrorOf(error) };
}
