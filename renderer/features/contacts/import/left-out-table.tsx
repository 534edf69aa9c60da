import { useState } from 'react';
import { RowTable } from '../../../ui/row-table.tsx';
import { useWords } from '../../../words/index.ts';
import type { LeftOutPage } from '../contacts-api.ts';
import type { PageWindow } from '../use-page-window.ts';
import styles from './left-out.module.css';

type LeftOutRow = LeftOutPage['rows'][number];

interface LeftOutTableProps {
  readonly pages: PageWindow<LeftOutPage, LeftOutRow>;
  readonly count: number;
}

/** Each row that was left out: where it stands in the file, why, and what is in it. */
export function LeftOutTable({ pages, count }: LeftOutTableProps) {
  const { t, formats } = useWords();
  const [cursorKey, setCursorKey] = useState<number | null>(null);
  const because = ({ reason, earlierLine }: LeftOutRow): string =>
    earlierLine === null
      ? t(`contacts.reasons.${reason}`)
      : t('contacts.sameAsRow', { line: formats.number(earlierLine) });
  return (
    <div className={styles.rows}>
      <RowTable
        label={t('contacts.leftOut')}
        rows={pages.rows ?? []}
        firstRow={pages.firstRow}
        knownCount={pages.knownCount}
        rowCount={count}
        onSight={pages.onSight}
        keyOf={({ line }) => line}
        cursorKey={cursorKey}
        onCursor={({ line }) => setCursorKey(line)}
        columns={[
          {
            key: 'line',
            label: t('contacts.line'),
            width: '56px',
            isNumber: true,
            cell: ({ line }) => formats.number(line),
          },
          {
            key: 'reason',
            label: t('contacts.reason'),
            width: 'minmax(0, 1.2fr)',
            cell: because,
          },
          {
            key: 'cells',
            label: pages.page?.header.join(', ') ?? '',
            width: 'minmax(0, 2fr)',
            cell: ({ cells }) => cells.join(', '),
          },
        ]}
      />
    </div>
  );
}
