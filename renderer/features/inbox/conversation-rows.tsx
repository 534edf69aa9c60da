import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { useWords } from '../../words/index.ts';
import { ConversationRow } from './conversation-row.tsx';
import styles from './conversation-rows.module.css';
import type { HeldConversation } from './held-list.ts';
import { openedToAnswer } from './inbox-slice.ts';

/** Two lines and their spaces; every row has it, so nothing is ever measured. */
const rowHeight = 60;
/** How near its end the list asks for more. */
const rowsAhead = 20;

interface ConversationRowsProps {
  readonly rows: readonly HeldConversation[];
  /** Changes when the list is put in order. */
  readonly order: number;
  readonly hasMore: boolean;
  readonly fetchMore: () => void;
  readonly openRow: RefObject<HTMLButtonElement | null>;
}

/** Draws the rows that can be seen. */
export function ConversationRows({ rows, order, hasMore, fetchMore, openRow }: ConversationRowsProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const openKey = useAppSelector(({ inbox }) => (inbox.open === null ? null : keyOf(inbox.open)));
  const drafts = useAppSelector(({ inbox }) => inbox.drafts);
  const latestRows = useRef(rows);
  latestRows.current = rows;
  const scroller = useRef<HTMLDivElement>(null);
  const openIndex = rows.findIndex((row) => keyOf(row) === openKey);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The row with the cursor stays in the page, since the focus may be on it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, openIndex)])].sort((a, b) => a - b),
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.findLast(({ index }) => index !== openIndex)?.index ?? 0;

  useEffect(() => {
    if (hasMore && lastDrawn > rows.length - rowsAhead) fetchMore();
  }, [hasMore, lastDrawn, rows.length, fetchMore]);

  // The cursor is always in sight, and takes the focus along where it was in the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new order may have taken it elsewhere.
  useEffect(() => {
    const index = latestRows.current.findIndex((row) => keyOf(row) === openKey);
    if (index === -1) return;
    virtualizer.scrollToIndex(index);
    if (scroller.current?.contains(document.activeElement)) openRow.current?.focus();
  }, [openKey, order, virtualizer, openRow]);

  return (
    <div className={styles.scroller} ref={scroller}>
      <ul className={styles.rows} style={{ height: virtualizer.getTotalSize() }} aria-label={t('inbox.conversations')}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { actionId, contactId } = row;
          const key = keyOf(row);
          return (
            <li
              key={key}
              className={styles.place}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              <ConversationRow
                row={row}
                isOpen={key === openKey}
                isReachable={key === openKey || (openIndex === -1 && index === 0)}
                hasDraft={(drafts[key]?.text ?? '') !== ''}
                openRow={openRow}
                onOpen={() => dispatch(openedToAnswer({ actionId, contactId }))}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
