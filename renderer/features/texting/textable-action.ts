import type { ListedAction } from '../../bridge/rooms/actions.ts';
import type { ActionProgress } from '../../bridge/rooms/assignments.ts';

/** An action in which one can text now. */
export interface TextableAction {
  readonly actionId: number;
  readonly name: string;
  readonly listName: string;
  /** When it was begun and when it came out: they tell it from others of its name. */
  readonly createdAt: number;
  readonly publishedAt: number | null;
  /** Contacts whose first text was decided, by anybody. */
  readonly texted: number;
  /** Contacts that are still to be texted, on a desk or on none. */
  readonly left: number;
}

/** @param progress left out where it could not be read: then it is as if nothing were known. */
export function textableOf(
  { actionId, name, listName, createdAt, publishedAt }: ListedAction,
  progress: ActionProgress | undefined,
): TextableAction {
  const { unassigned = 0, claimed = 0, texted = 0 } = progress ?? {};
  return { actionId, name, listName, createdAt, publishedAt, texted, left: unassigned + claimed };
}
