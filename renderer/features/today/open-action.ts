import type { ListedAction } from '../../bridge/rooms/actions.ts';
import type { ActionProgress } from '../../bridge/rooms/assignments.ts';
import type { HoursAhead } from '../texting/hours-ahead.ts';

/** An action in which people text, or will again, with how far it is. All counts are of contacts. */
export interface OpenAction {
  readonly actionId: number;
  readonly name: string;
  readonly listName: string;
  /** Both tell it from another one of its name. */
  readonly createdAt: number;
  readonly publishedAt: number | null;
  readonly isPaused: boolean;
  readonly texted: number;
  /** On somebody's desk. */
  readonly claimed: number;
  /** On nobody's desk. */
  readonly unassigned: number;
  /** Stopped by a safeguard. */
  readonly leftOut: number;
  /** Of those on desks, on that of whoever is here: a batch that was begun. */
  readonly ownLeft: number;
}

/** @param progress left out where it could not be read: then it is as if nothing were known. */
export function openActionOf(
  { actionId, name, listName, state, createdAt, publishedAt }: ListedAction,
  progress: ActionProgress | undefined,
  ownLeft = 0,
): OpenAction {
  const { unassigned = 0, claimed = 0, texted = 0, leftOut = 0 } = progress ?? {};
  const about = { actionId, name, listName, createdAt, publishedAt };
  return { ...about, isPaused: state === 'paused', texted, claimed, unassigned, leftOut, ownLeft };
}

/** Contacts that are still to be texted. */
export function leftIn({ claimed, unassigned }: OpenAction): number {
  return claimed + unassigned;
}

/** Of those, whoever does not wait for texting hours. @param hours left out where nothing is known of them */
export function leftNowIn(action: OpenAction, hours: HoursAhead | undefined): number {
  return action.isPaused ? 0 : Math.max(0, leftIn(action) - (hours?.waiting ?? 0));
}

/** Whether one has begun a batch in it that can be gone on with. */
export function isBegun({ ownLeft, isPaused }: OpenAction): boolean {
  return ownLeft > 0 && !isPaused;
}

/** Where the first text of a campaign is sent: in what one has begun, else in the newest. */
export function firstToText(open: readonly OpenAction[]): OpenAction | undefined {
  return open.find(isBegun) ?? open.find(({ isPaused }) => !isPaused);
}

/**
 * Where there is something to do first: what one has begun oneself, those in which somebody can be texted now, then those in which somebody waits for
 * texting hours, then those that are through, then paused ones.
 */
export function inOrderOfWork(
  actions: readonly OpenAction[],
  hours: Readonly<Record<number, HoursAhead>>,
): readonly OpenAction[] {
  const rank = (action: OpenAction): number => {
    if (isBegun(action)) return -1;
    if (action.isPaused) return 3;
    if (leftIn(action) === 0) return 2;
    return leftNowIn(action, hours[action.actionId]) === 0 ? 1 : 0;
  };
  return actions.toSorted((one, other) => rank(one) - rank(other));
}
