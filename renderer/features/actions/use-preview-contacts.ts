import { useState } from 'react';
import { useReadContactValuesQuery } from '../../bridge/rooms/scripts.ts';
import { type PreviewContact, useListPreviewContactsInfiniteQuery } from './actions-api.ts';

export interface PreviewContacts {
  readonly listId: number | null;
  /** Null while there is none, or none is known yet. */
  readonly contact: PreviewContact | null;
  /** From 1; null of one who is shown out of turn. */
  readonly position: number | null;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly goPrevious: () => void;
  readonly goNext: () => void;
  /** Goes to one of the sample, or shows another one of the list out of turn: the next step is from where one was. */
  readonly goTo: (contactId: number) => void;
  /** Those that have been read so far, the first ones of the list: a sample of it. */
  readonly sample: readonly PreviewContact[];
  readonly isLoading: boolean;
}

/** The contacts of a list who can be texted, one at a time. More are read as one comes near the end of those. */
export function usePreviewContacts(listId: number | null): PreviewContacts {
  const query = useListPreviewContactsInfiniteQuery(listId ?? 0, { skip: listId === null });
  const [at, setAt] = useState<{ listId: number | null; index: number; otherId?: number }>({ listId, index: 0 });
  const pages = listId === null ? [] : (query.currentData?.pages ?? []);
  const sample = pages.flatMap(({ contacts }) => contacts).filter(({ optedOut }) => !optedOut);
  const isHere = at.listId === listId;
  const index = Math.max(0, Math.min(isHere ? at.index : 0, sample.length - 1));
  const otherId = isHere ? at.otherId : undefined;
  const { currentData } = useReadContactValuesQuery([otherId ?? 0], { skip: otherId === undefined });
  const other = otherId === undefined ? null : contactOf(currentData?.contacts[0]);
  const isOther = other !== null;
  return {
    listId,
    contact: isOther ? other : (sample[index] ?? null),
    position: isOther ? null : index + 1,
    hasPrevious: isOther || index > 0,
    hasNext: isOther || index + 1 < sample.length || query.hasNextPage,
    goPrevious: () => setAt({ listId, index: isOther ? index : Math.max(0, index - 1) }),
    goNext: () => {
      if (index + 5 >= sample.length && query.hasNextPage && !query.isFetching) void query.fetchNextPage();
      if (isOther || index + 1 < sample.length) setAt({ listId, index: isOther ? index : index + 1 });
    },
    goTo: (contactId) => {
      const found = sample.findIndex((one) => one.contactId === contactId);
      setAt(found === -1 ? { listId, index, otherId: contactId } : { listId, index: found });
    },
    sample,
    isLoading: query.isLoading,
  };
}

/** Their name and phone are among the values that texts have of them. */
function contactOf(known: Pick<PreviewContact, 'contactId' | 'values'> | undefined): PreviewContact | null {
  if (known === undefined) return null;
  const { first_name: firstName, last_name: lastName, phone } = known.values;
  return { ...known, firstName: firstName ?? '', lastName: lastName ?? '', phone: phone ?? '', optedOut: false };
}
