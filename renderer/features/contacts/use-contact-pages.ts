import { skipToken } from '@reduxjs/toolkit/query';
import { useCallback, useEffect, useState } from 'react';
import { type ContactView, useReadContactsPageQuery } from './contacts-api.ts';
import { firstPages, type KnownPage, pageOf, rowsBefore, withPage } from './known-pages.ts';

/** The part of a list that is at hand, and where in the list it stands. */
export interface ContactPages {
  /** Undefined until the first page is there. */
  readonly contacts: readonly ContactView[] | undefined;
  readonly firstRow: number;
  readonly knownCount: number;
  readonly error: ReturnType<typeof useReadContactsPageQuery>['error'];
  /** Is told which row one looks at. */
  readonly onSight: (row: number) => void;
}

/**
 * The page that is in sight and its neighbours, out of a list of any length: as one scrolls on, the pages behind are
 * forgotten, and read again when one comes back. Where pages begin is remembered, so any that was seen is one call away.
 */
export function useContactPages(listId: number): ContactPages {
  const [known, setKnown] = useState(firstPages);
  const [inSight, setInSight] = useState(0);
  const current = Math.min(inSight, known.length - 1);
  const note = useCallback((page: Parameters<typeof withPage>[1]) => setKnown((pages) => withPage(pages, page)), []);
  const before = usePage(listId, known[current - 1], note);
  const here = usePage(listId, known[current], note);
  const after = usePage(listId, known[current + 1], note);

  const run = here.contacts ? [before, here, after] : before.contacts ? [before] : [after];
  const contacts = run.flatMap((page) => page.contacts ?? []);
  const first = before.contacts ? current - 1 : here.contacts ? current : current + 1;
  const knownCount = rowsBefore(known, known.length);
  return {
    contacts: here.contacts === undefined && knownCount === 0 ? undefined : contacts,
    firstRow: rowsBefore(known, first),
    knownCount: Math.max(knownCount, contacts.length),
    error: here.error ?? after.error ?? before.error,
    onSight: useCallback((row: number) => setInSight(pageOf(known, row)), [known]),
  };
}

function usePage(listId: number, page: KnownPage | undefined, note: (read: Parameters<typeof withPage>[1]) => void) {
  const after = page?.after;
  const { currentData: read, error } = useReadContactsPageQuery(after === undefined ? skipToken : { listId, after });
  useEffect(() => {
    if (read !== undefined && after !== undefined) note({ ...read, after });
  }, [read, after, note]);
  return { contacts: read?.contacts, error };
}
