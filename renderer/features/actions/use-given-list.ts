import { useEffect } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useAppDispatch } from '../../app/store.ts';
import type { Draft } from './draft.ts';
import { type DraftKey, draftChanged } from './drafts-slice.ts';

type List = Output<'contacts/list-lists'>['lists'][number];

/** The one list that can be texted; null where there are several or none. */
export function onlyList(lists: readonly List[]): List | null {
  const [first, ...others] = lists.filter(({ contactCount }) => contactCount > 0);
  return first !== undefined && others.length === 0 ? first : null;
}

/**
 * Where there is nothing to choose from, the list is chosen already, also when it was imported after the draft was begun.
 * Once: whoever chooses another one later has that. Gives whether it is still so, to be said beside the list.
 */
export function useGivenList(draftKey: DraftKey, { listId, givenListId }: Draft, lists: readonly List[]): boolean {
  const dispatch = useAppDispatch();
  const only = onlyList(lists)?.listId ?? null;
  const isToBeGiven = only !== null && listId === null && givenListId === null;
  useEffect(() => {
    if (isToBeGiven) dispatch(draftChanged({ draftKey, change: { listId: only, givenListId: only } }));
  }, [dispatch, draftKey, isToBeGiven, only]);
  return only !== null && listId === only && givenListId === only;
}
