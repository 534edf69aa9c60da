/** A page that has been come to: after which row it begins, and how many are on it, 0 until it was read. */
export interface KnownPage {
  readonly after: number | null;
  readonly length: number;
}

export const firstPages: readonly KnownPage[] = [{ after: null, length: 0 }];

/** Adds what a page has told: how long it is, and where the next begins. Those beyond are looked at when one comes there. */
export function withPage(
  known: readonly KnownPage[],
  { after, length, next }: KnownPage & { readonly next: number | null },
): readonly KnownPage[] {
  const index = known.findIndex((page) => page.after === after);
  if (index < 0) return known;
  const following = known[index + 1];
  if (known[index]?.length === length && (following?.after ?? null) === next) return known;
  const pages = [...known.slice(0, index), { after, length }];
  return next === null ? pages : [...pages, { after: next, length: following?.length ?? 0 }, ...known.slice(index + 2)];
}

/** How many rows come before this page; before a page that follows the last one, as many as are known. */
export function rowsBefore(known: readonly KnownPage[], index: number): number {
  return known.slice(0, index).reduce((sum, { length }) => sum + length, 0);
}

/** The page that a row is on. A row beyond what is known counts as one of the last page. */
export function pageOf(known: readonly KnownPage[], row: number): number {
  let end = 0;
  const index = known.findIndex(({ length }) => {
    end += length;
    return row < end;
  });
  return index < 0 ? known.length - 1 : index;
}
