import type { FaultPlan, Moment } from './plan.ts';

/** Called at each of the moments; the one that the plan names does not return, or returns when it is resumed. */
export type Reached = (moment: Moment) => void;

export function momentsOf({ end }: Pick<FaultPlan, 'end'>): Reached {
  let left = end?.nth ?? 0;
  return (moment) => {
    if (end === null || moment !== end.moment) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, end.signal);
  };
}
