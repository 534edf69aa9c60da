import { useState } from 'react';
import { type PreviewContact, useListPreviewContactsInfiniteQuery } from './actions-api.ts';

export interface PreviewContacts {
  /** Null while there is none, or none is known yet. */
  readonly contact: PreviewContact | null;
  /** From 1. */
  readonly position: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly goPrevious: () => void;
  readonly goNext: () => void;
  readonly goTo: (contactId: number) => void;
  /** Those that have been read so far, the first ones of the list: a sample of it. */
  readonly sample: readonly PreviewContact[];
  readonly isLoading: boolean;
}

/** The contacts of a list who can be texted, one at a time. More are read as one comes near the end of those. */
export function usePreviewContacts(listId: number | null): PreviewContacts {
  const query = useListPreviewContactsInfiniteQuery(listId ?? 0, { skip: listId === null });
  const [at, setAt] = useState({ listId, index: 0 });
  const pages = listId === null ? [] : (query.currentData?.pages ?? []);
  const sample = pages.flatMap(({ contacts }) => contacts).filter(({ optedOut }) => !optedOut);
  const wanted = at.listId === listId ? at.index : 0;
  const index = Math.max(0, Math.min(wanted, sample.length - 1));
  return {
    contact: sample[index] ?? null,
    position: index + 1,
    hasPrevious: index > 0,
    hasNext: index + 1 < sample.length || query.hasNextPage,
    goPrevious: () => setAt({ listId, index: Math.max(0, index - 1) }),
    goNext: () => {
      if (index + 5 >= sample.length && query.hasNextPage && !query.isFetching) void query.fetchNextPage();
      if (index + 1 < sample.length) setAt({ listId, index: index + 1 });
    },
    goTo: (contactId) => setAt({ listId, index: sample.findIndex((one) => one.contactId === contactId) }),
    sample,
    isLoading: query.isLoading,
  };
}
