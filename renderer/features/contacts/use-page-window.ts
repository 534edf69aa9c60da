import type { SerializedError } from '@reduxjs/toolkit';
import { type SkipToken, skipToken } from '@reduxjs/toolkit/query';
import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { firstPages, type KnownPage, pageOf, rowsBefore, withPage } from './known-pages.ts';

/** The part of a long table that is at hand, and where in the table it stands. */
export interface PageWindow<Page, Row> {
  /** Undefined until the first page is there. */
  readonly rows: readonly Row[] | undefined;
  /** One of the pages at hand, for what each of them tells; undefined while there is none. */
  readonly page: Page | undefined;
  readonly firstRow: number;
  readonly knownCount: number;
  /** Whether nothing follows what is known of. */
  readonly isWhole: boolean;
  readonly error: AppError | SerializedError | undefined;
  /** Is told which row one looks at. */
  readonly onSight: (row: number) => void;
}

interface KeyedPage {
  /** After which row the next page begins; null after the last. */
  readonly next: number | null;
}

interface PageAnswer<Page> {
  readonly currentData?: Page | undefined;
  readonly error?: AppError | SerializedError | undefined;
}

interface PageSource<Page, Row, Input> {
  /** Asks for a page; for none when it is given `skipToken`. */
  readonly usePage: (input: Input | SkipToken) => PageAnswer<Page>;
  /** What the page that begins after a row is asked for with; null begins the table. */
  readonly inputFor: (after: number | null) => Input;
  readonly rowsOf: (page: Page) => readonly Row[];
}

/**
 * The page that is in sight and its neighbours, out of a table of any length: as one scrolls on, the pages behind are
 * forgotten, and read again when one comes back. Where pages begin is remembered, so any that was seen is one call away.
 */
export function usePageWindow<Page extends KeyedPage, Row, Input>(
  source: PageSource<Page, Row, Input>,
): PageWindow<Page, Row> {
  const [known, setKnown] = useState(firstPages);
  const [inSight, setInSight] = useState(0);
  const current = Math.min(inSight, known.length - 1);
  const note = useCallback((page: Parameters<typeof withPage>[1]) => setKnown((pages) => withPage(pages, page)), []);
  const before = useOnePage(source, known[current - 1], note);
  const here = useOnePage(source, known[current], note);
  const after = useOnePage(source, known[current + 1], note);

  const run = here.rows ? [before, here, after] : before.rows ? [before] : [after];
  const rows = run.flatMap((each) => each.rows ?? []);
  const first = before.rows ? current - 1 : here.rows ? current : current + 1;
  const knownCount = rowsBefore(known, known.length);
  return {
    rows: here.rows === undefined && knownCount === 0 ? undefined : rows,
    page: here.page ?? before.page ?? after.page,
    firstRow: rowsBefore(known, first),
    knownCount: Math.max(knownCount, rows.length),
    isWhole: known.at(-1)?.length !== 0,
    error: here.error ?? after.error ?? before.error,
    onSight: useCallback((row: number) => setInSight(pageOf(known, row)), [known]),
  };
}

function useOnePage<Page extends KeyedPage, Row, Input>(
  { usePage, inputFor, rowsOf }: PageSource<Page, Row, Input>,
  known: KnownPage | undefined,
  note: (read: Parameters<typeof withPage>[1]) => void,
) {
  const after = known?.after;
  const { currentData: page, error } = usePage(after === undefined ? skipToken : inputFor(after));
  const rows = page && rowsOf(page);
  const length = rows?.length;
  const next = page?.next;
  useEffect(() => {
    if (after !== undefined && length !== undefined && next !== undefined) note({ after, length, next });
  }, [after, length, next, note]);
  return { page, rows, error };
}
