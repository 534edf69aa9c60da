import type { Verb } from '../verbs/registry.ts';
import { useVerbs } from '../verbs/verbs.tsx';
import { useWords } from '../words/index.ts';

interface RowKeys {
  readonly id: string;
  readonly count: number;
  /** The row that the cursor is on; -1 while it is on none. */
  readonly cursor: number;
  readonly openLabel?: string | undefined;
  readonly moveTo: (index: number) => void;
  readonly open?: ((index: number) => void) | undefined;
}

const rowsOfAPage = 12;

/** The row that Enter opens: where the cursor is, or the first one before anybody has moved it. */
export function rowToOpen(cursor: number): number {
  return Math.max(0, cursor);
}

/** The keys of a table: arrows, a page at a time, either end, and Enter. */
export function useRowKeys({ id, count, cursor, openLabel, moveTo, open }: RowKeys): void {
  const { t } = useWords();
  const last = count - 1;
  const within = (index: number): number => Math.min(last, Math.max(0, index));
  const moves: readonly (readonly [keys: string, label: string, to: number])[] = [
    ['ArrowDown', t('app.nextRow'), within(cursor + 1)],
    ['ArrowUp', t('app.previousRow'), within(cursor - 1)],
    ['PageDown', t('app.nextPage'), within(cursor + rowsOfAPage)],
    ['PageUp', t('app.previousPage'), within(cursor - rowsOfAPage)],
    ['Home', t('app.firstRow'), 0],
    ['End', t('app.lastRow'), last],
  ];
  const verbs = moves.map(
    ([keys, label, to]): Verb => ({
      id: `${id}-${keys}`,
      label,
      keys,
      mayRepeat: true,
      isHidden: true,
      isDisabled: count === 0,
      run: () => moveTo(to),
    }),
  );
  useVerbs([
    ...verbs,
    {
      id: `${id}-open`,
      label: openLabel ?? '',
      keys: 'Enter',
      isHidden: openLabel === undefined,
      isDisabled: open === undefined || count === 0,
      run: () => open?.(rowToOpen(cursor)),
    },
  ]);
}
