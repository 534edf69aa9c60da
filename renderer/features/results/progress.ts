import type { Performance } from './api.ts';

/** Where contacts stand with the initial message, in the order of the way: what is on it, what has left it, what is before it. */
const partsUnderWay = ['sent', 'waiting', 'withdrawn', 'stopped', 'refused', 'claimed', 'unassigned'] as const;

/** Once an action is over nobody is on a desk, or will be: who was not texted is all in one. */
export type ProgressPart = (typeof partsUnderWay)[number] | 'untexted';

export interface PartCount {
  readonly part: ProgressPart;
  readonly count: number;
}

/** Contacts for whom no initial message has been decided. */
export function remainingIn({ progress }: Pick<Performance, 'progress'>): number {
  return progress.claimed + progress.unassigned;
}

/** The parts that somebody is in. Together they are all contacts of the action. */
export function partsOf(performance: Pick<Performance, 'progress'>, isOver: boolean): readonly PartCount[] {
  const { progress } = performance;
  const counts: readonly PartCount[] = isOver
    ? [
        ...partsUnderWay.slice(0, 5).map((part) => ({ part, count: progress[part] })),
        { part: 'untexted', count: remainingIn(performance) },
      ]
    : partsUnderWay.map((part) => ({ part, count: progress[part] }));
  return counts.filter(({ count }) => count > 0);
}
