import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { useWaitingTexts } from './use-waiting-texts.ts';
import { WaitingTextRow } from './waiting-text-row.tsx';
import styles from './waiting-texts.module.css';

/** As the style sheet has it. */
const rowHeightPx = 68;

/** Whom what waits is for, row by row, however many they are. @param seesAll admins see all, others their own */
export function WaitingTexts({ seesAll }: { readonly seesAll: boolean }) {
  const { t, tell } = useWords();
  const id = useId();
  const scroller = useRef<HTMLElement>(null);
  const { rows, firstRow, knownCount, isWhole, error, onSight } = useWaitingTexts();
  const virtual = useVirtualizer({
    count: knownCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 4,
  });
  const items = virtual.getVirtualItems();
  const middle = items[items.length >> 1]?.index ?? 0;
  useEffect(() => onSight(middle), [middle, onSight]);
  const isEmpty = rows !== undefined && knownCount === 0;
  return (
    <div className={styles.texts}>
      <h3 className={styles.title} id={id}>
        {t(seesAll ? 'status.list.title' : 'status.list.ownTitle')}
      </h3>
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      {isEmpty && <p className={styles.none}>{t(seesAll ? 'status.list.gone' : 'status.list.noneOwn')}</p>}
      {!isEmpty && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
        <section ref={scroller} className={styles.scroller} tabIndex={0} aria-labelledby={id}>
          <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const text = rows?.[index - firstRow];
              return (
                text !== undefined && (
                  <li
                    key={index}
                    className={styles.item}
                    style={{ transform: `translateY(${start}px)` }}
                    aria-posinset={index + 1}
                    aria-setsize={isWhole ? knownCount : -1}
                  >
                    <WaitingTextRow text={text} seesAll={seesAll} />
                  </li>
                )
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
