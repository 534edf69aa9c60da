import type { FollowedJob } from '../../bridge/use-job.ts';

export type CheckResult = 'running' | 'sound' | 'damaged' | 'notChecked';

/** What a check of the store's file came to. Of one that nothing more is heard of, nothing is known. */
export function checkResult(followed: FollowedJob): CheckResult {
  if (followed.is === 'running') return 'running';
  if (followed.is === 'lost' || followed.job.state !== 'done') return 'notChecked';
  const { outcome } = followed.job;
  return typeof outcome === 'object' && outcome !== null && 'sound' in outcome && outcome.sound === true
    ? 'sound'
    : 'damaged';
}
