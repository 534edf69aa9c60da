import type { Output } from '../../../shared/contract/index.ts';

export type CheckResult = 'running' | 'sound' | 'damaged' | 'notChecked';

/** What a check of the store's file came to. A job that is not known yet is still running. */
export function checkResult(job: Output<'jobs/read'>['job'] | undefined): CheckResult {
  if (job === undefined || job.state === 'running') return 'running';
  if (job.state !== 'done') return 'notChecked';
  const { outcome } = job;
  return typeof outcome === 'object' && outcome !== null && 'sound' in outcome && outcome.sound === true
    ? 'sound'
    : 'damaged';
}
