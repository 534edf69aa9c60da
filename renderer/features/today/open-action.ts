import type { Output } from '../../../shared/contract/index.ts';
import type { HoursAhead } from '../texting/hours-ahead.ts';

export type ListedAction = Output<'actions/list'>['actions'][number];

/** An action in which people text, or will again, with how far it is. All counts are of contacts. */
export interface OpenAction {
  readonly actionId: number;
  readonly name: string;
  readonly listName: string;
  readonly isPaused: boolean;
  readonly texted: number;
  /** On somebody's desk. */
  readonly claimed: number;
  /** On nobody's desk. */
  readonly unassigned: number;
  /** Stopped by a safeguard. */
  readonly leftOut: number;
}

/** @param progress left out where it could not be read: then it is as if nothing were known. */
export function openActionOf(
  { actionId, name, listName, state }: ListedAction,
  progress: Output<'assignments/read-progress'> | undefined,
): OpenAction {
  const { unassigned = 0, claimed = 0, texted = 0, leftOut = 0 } = progress ?? {};
  return { actionId, name, listName, isPaused: state === 'paused', texted, claimed, unassigned, leftOut };
}

/** Contacts that are still to be texted. */
export function leftIn({ claimed, unassigned }: OpenAction): number {
  return claimed + unassigned;
}

/** Of those, whoever does not wait for texting hours. @param hours left out where nothing is known of them */
export function leftNowIn(action: OpenAction, hours: HoursAhead | undefined): number {
  return action.isPaused ? 0 : Math.max(0, leftIn(action) - (hours?.waiting ?? 0));
}

/**
 * Where there is something to do first: those in which somebody can be texted now, then those in which somebody waits for
 * texting hours, then those that are through, then paused ones.
 */
export function inOrderOfWork(
  actions: readonly OpenAction[],
  hours: Readonly<Record<number, HoursAhead>>,
): readonly OpenAction[] {
  const rank = (action: OpenAction): number => {
    if (action.isPaused) return 3;
    if (leftIn(action) === 0) return 2;
    return leftNowIn(action, hours[action.actionId]) === 0 ? 1 : 0;
  };
  return actions.toSorted((one, other) => rank(one) - rank(other));
}
