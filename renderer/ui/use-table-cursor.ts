import { useEffect, useRef } from 'react';

interface TableRows<Row> {
  readonly rows: readonly Row[];
  readonly firstRow: number;
  readonly keyOf: (row: Row) => number;
  readonly cursorKey: number | null;
  readonly onCursor: (row: Row) => void;
}

export interface TableCursor<Row> {
  /** The row at this place of the whole table, if it is at hand. */
  readonly at: (index: number) => Row | undefined;
  /** Where the cursor stands; -1 while it is on no row. It keeps its place when its row is far away. */
  readonly cursor: number;
  /** Comes to a row at once, or as soon as it is at hand. */
  readonly moveTo: (index: number) => void;
}

/** The cursor of a table of which only a part is at hand. */
export function useTableCursor<Row>({ rows, firstRow, keyOf, cursorKey, onCursor }: TableRows<Row>): TableCursor<Row> {
  const last = useRef<{ readonly key: number | null; readonly index: number }>({ key: null, index: -1 });
  const wanted = useRef<number | null>(null);
  const at = (index: number): Row | undefined => rows[index - firstRow];
  const found = rows.findIndex((row) => keyOf(row) === cursorKey);
  if (found >= 0) last.current = { key: cursorKey, index: firstRow + found };
  const isFarAway = last.current.key === cursorKey && at(last.current.index) === undefined;

  function moveTo(index: number): void {
    const row = at(index);
    wanted.current = row === undefined ? index : null;
    if (row !== undefined) onCursor(row);
  }
  useEffect(() => {
    if (wanted.current !== null && at(wanted.current) !== undefined) moveTo(wanted.current);
  });

  return { at, cursor: found >= 0 || isFarAway ? last.current.index : -1, moveTo };
}
