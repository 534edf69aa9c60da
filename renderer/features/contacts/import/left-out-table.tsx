import { useState } from 'react';
import { RowTable } from '../../../ui/row-table.tsx';
import { useWords } from '../../../words/index.ts';
import type { LeftOutPage } from '../contacts-api.ts';
import styles from './left-out.module.css';

interface LeftOutTableProps {
  readonly header: readonly string[];
  readonly rows: LeftOutPage['rows'];
  readonly onEnd: (() => void) | undefined;
}

/** Each row that was left out: where it stands in the file, why, and what is in it. */
export function LeftOutTable({ header, rows, onEnd }: LeftOutTableProps) {
  const { t, formats } = useWords();
  const [cursorKey, setCursorKey] = useState<number | null>(null);
  return (
    <div className={styles.rows}>
      <RowTable
        label={t('contacts.leftOut')}
        rows={rows}
        keyOf={({ line }) => line}
        cursorKey={cursorKey}
        onCursor={({ line }) => setCursorKey(line)}
        onEnd={onEnd}
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
            width: 'minmax(0, 1fr)',
            cell: ({ reason }) => t(`contacts.reasons.${reason}`),
          },
          {
            key: 'cells',
            label: header.join(', '),
            width: 'minmax(0, 2fr)',
            cell: ({ cells }) => cells.join(', '),
          },
        ]}
      />
    </div>
  );
}
