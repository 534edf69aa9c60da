import { skipToken } from '@reduxjs/toolkit/query';
import { useListListsQuery } from '../../bridge/rooms/contacts.ts';
import type { ListView } from './contacts-api.ts';

/** One list; null when it is not there, or not there yet. Undefined until that is known, and for none. */
export function useList(listId: number | null): ListView | null | undefined {
  const { currentData: page } = useListListsQuery(listId === null ? skipToken : { before: listId + 1, limit: 1 });
  return page && (page.lists.find((list) => list.listId === listId) ?? null);
}
