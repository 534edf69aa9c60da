import { useState } from 'react';
import { RowTable } from '../../ui/row-table.tsx';
import { useWords } from '../../words/index.ts';
import styles from './contacts.module.css';
import type { ListView, PageOfLists } from './contacts-api.ts';
import type { PageWindow } from './use-page-window.ts';

interface ListsTableProps {
  readonly pages: PageWindow<PageOfLists, ListView>;
  readonly onOpen: (list: ListView) => void;
}

export function ListsTable({ pages, onOpen }: ListsTableProps) {
  const { t, formats } = useWords();
  const [cursorKey, setCursorKey] = useState<number | null>(null);
  return (
    <RowTable
      label={t('contacts.lists')}
      rows={pages.rows ?? []}
      firstRow={pages.firstRow}
      knownCount={pages.knownCount}
      rowCount={pages.isWhole ? pages.knownCount : undefined}
      onSight={pages.onSight}
      keyOf={({ listId }) => listId}
      cursorKey={cursorKey}
      onCursor={({ listId }) => setCursorKey(listId)}
      onOpen={onOpen}
      openLabel={t('contacts.openList')}
      columns={[
        {
          key: 'name',
          label: t('contacts.listName'),
          width: 'minmax(0, 1fr)',
          cell: ({ name }) => <span className={styles.name}>{name}</span>,
        },
        {
          key: 'contacts',
          label: t('contacts.title'),
          width: 'minmax(84px, 0.25fr)',
          isNumber: true,
          cell: ({ contactCount }) => formats.number(contactCount),
        },
        {
          key: 'created',
          label: t('contacts.imported'),
          width: 'minmax(84px, 0.25fr)',
          isNumber: true,
          cell: ({ createdAt }) => formats.when(createdAt),
        },
      ]}
    />
  );
}
