import { openSets } from '../../shared/domain/texting-hours.ts';
import { type AnyQuestion, question } from '../store/index.ts';
import { readZoneSets } from './free.ts';
import { countByState, countUnassignedIn } from './queries.ts';
import { type HoursAhead, hoursAhead } from './rules.ts';

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

/**
 * Looks at the unassigned contacts of closed zone sets alone, in one index: 30 ms for each million of them, and none while
 * all hours are open.
 */
export const readHours = question(
  'assignments/read-hours',
  (reader, { actionId, at }: { readonly actionId: number; readonly at: number }): HoursAhead => {
    const { window, sets } = readZoneSets(reader);
    const open = openSets(window, sets, at);
    const closed = sets.filter(([zoneSetId]) => !open.has(zoneSetId));
    const counts = new Map(
      countUnassignedIn(
        reader,
        actionId,
        closed.map(([zoneSetId]) => zoneSetId),
      ).map((row) => [row.zone_set_id, row.count]),
    );
    const counted = closed.flatMap(([zoneSetId, zones]) => {
      const count = counts.get(zoneSetId);
      return count === undefined ? [] : [{ zones, count }];
    });
    return hoursAhead(window, counted, at);
  },
);

export const assignmentsQuestions: readonly AnyQuestion[] = [readProgress, readHours];
