import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react';
import { KeyHint } from '../verbs/key-hint.tsx';
import styles from './row-table.module.css';
import { rowToOpen, useRowKeys } from './use-row-keys.ts';
import { useTableCursor } from './use-table-cursor.ts';

export interface RowColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** A track of a CSS grid, such as `minmax(0, 1fr)`. */
  readonly width: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface RowTableProps<Row> {
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly columns: readonly RowColumn<Row>[];
  /** Those that are at hand. */
  readonly rows: readonly Row[];
  /** How many come before the first of them. */
  readonly firstRow: number;
  /** How many are known of, at hand or not. */
  readonly knownCount: number;
  /** How many there are in all; unknown when left out. */
  readonly rowCount?: number | undefined;
  readonly keyOf: (row: Row) => number;
  /** The row that the arrow keys have come to. */
  readonly cursorKey: number | null;
  readonly onCursor: (row: Row) => void;
  /** Opens a row, by a click or by Enter. Rows without it are only looked at. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly openLabel?: string | undefined;
  /** Hears which row is in the middle of what one sees, so that those around it can be at hand. */
  readonly onSight: (index: number) => void;
}

const rowHeightPx = 36;

/** A long table: only the rows in sight are in the page. The arrow keys move its cursor from anywhere on the screen. */
export function RowTable<Row>({
  columns,
  rows,
  firstRow,
  knownCount,
  keyOf,
  cursorKey,
  onCursor,
  onOpen,
  onSight,
  ...rest
}: RowTableProps<Row>) {
  const { label, rowCount, openLabel } = rest;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { at, cursor, moveTo } = useTableCursor({ rows, firstRow, keyOf, cursorKey, onCursor });
  const virtual = useVirtualizer({
    count: knownCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    scrollPaddingStart: rowHeightPx,
    overscan: 10,
    // The row with the cursor stays in the page, since a screen reader is there.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return cursor < 0 || seen.includes(cursor) ? seen : [...seen, cursor].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const middle = items[items.length >> 1]?.index ?? 0;
  useEffect(() => onSight(middle), [middle, onSight]);

  useRowKeys({
    id,
    count: knownCount,
    cursor,
    openLabel,
    moveTo: (index) => {
      moveTo(index);
      virtual.scrollToIndex(index);
      scroller.current?.focus({ preventScroll: true });
    },
    open:
      onOpen &&
      ((index) => {
        const row = at(index);
        if (row !== undefined) onOpen(row);
      }),
  });

  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are not in the page cannot be laid out by a table.
    <div
      ref={scroller}
      className={styles.table}
      style={tracks}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount === undefined ? -1 : rowCount + 1}
      aria-activedescendant={at(cursor) === undefined ? undefined : `${id}-${cursor}`}
      tabIndex={0}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its row. */}
      <div role="row" className={styles.head} aria-rowindex={1}>
        {columns.map(({ key, label, isNumber }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <span key={key} role="columnheader" className={isNumber ? styles.number : styles.cell}>
            {label}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = at(index);
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above.
            // biome-ignore lint/a11y/useFocusableInteractive: as above.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are verbs of the table.
            <div
              key={keyOf(row)}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === cursor}
              className={`${styles.row} ${onOpen ? styles.opens : ''}`}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                moveTo(index);
                onOpen?.(row);
              }}
            >
              {columns.map(({ key, isNumber, cell }, column) => (
                // biome-ignore lint/a11y/useSemanticElements: as above.
                // biome-ignore lint/a11y/useFocusableInteractive: as above.
                <span key={key} role="gridcell" className={isNumber ? styles.number : styles.cell}>
                  {onOpen && column === 0 ? (
                    <span className={styles.opening}>
                      <span className={styles.cell}>{cell(row)}</span>
                      {index === rowToOpen(cursor) && <KeyHint keys="Enter" />}
                    </span>
                  ) : (
                    cell(row)
                  )}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
