import { type AnyQuestion, question } from '../store/index.ts';
import { countByState } from './queries.ts';

export interface Progress {
  readonly unassigned: number;
  readonly claimed: number;
  readonly texted: number;
  readonly leftOut: number;
}

/** Looks at every contact of the action, which may be a million. */
export const readProgress = question('assignments/read-progress', (reader, actionId: number): Progress => {
  const counts = new Map(countByState(reader, actionId).map(({ state, count }) => [state, count]));
  return {
    unassigned: counts.get('unassigned') ?? 0,
    claimed: counts.get('claimed') ?? 0,
    texted: counts.get('texted') ?? 0,
    leftOut: counts.get('left-out') ?? 0,
  };
});

export const assignmentsQuestions: readonly AnyQuestion[] = [readProgress];
