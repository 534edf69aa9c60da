import { useCallback } from 'react';

interface PagedQuery<Page> {
  readonly data?: { readonly pages: readonly Page[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The pages that are there, and how to get the next when the end of them comes in sight. */
export function usePages<Page>({ data, hasNextPage, isFetching, isError, fetchNextPage }: PagedQuery<Page>): {
  readonly pages: readonly Page[] | undefined;
  readonly onEnd: (() => void) | undefined;
} {
  const onEnd = useCallback(() => {
    if (!isFetching) fetchNextPage();
  }, [isFetching, fetchNextPage]);
  // A page that could not be read would be asked for again at once, and for ever.
  return { pages: data?.pages, onEnd: hasNextPage && !isError ? onEnd : undefined };
}
