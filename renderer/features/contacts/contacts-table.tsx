import { UserRoundX } from 'lucide-react';
import { fullName } from '../../../shared/domain/full-name.ts';
import { RowTable } from '../../ui/row-table.tsx';
import { useWords } from '../../words/index.ts';
import type { ContactsPage, ContactView } from './contacts-api.ts';
import styles from './contacts-table.module.css';
import type { PageWindow } from './use-page-window.ts';

interface ContactsTableProps {
  readonly pages: PageWindow<ContactsPage, ContactView>;
  readonly count: number | undefined;
  readonly cursorKey: number | null;
  readonly onCursor: (contact: ContactView) => void;
}

export function ContactsTable({ pages, count, cursorKey, onCursor }: ContactsTableProps) {
  const { t, formats } = useWords();
  const contacts = pages.rows ?? [];
  return (
    <RowTable
      label={t('contacts.inList')}
      rows={contacts}
      firstRow={pages.firstRow}
      knownCount={pages.knownCount}
      onSight={pages.onSight}
      rowCount={count}
      keyOf={({ contactId }) => contactId}
      cursorKey={cursorKey}
      onCursor={onCursor}
      columns={[
        {
          key: 'name',
          label: t('contacts.name'),
          width: 'minmax(0, 1.8fr)',
          cell: (contact) => fullName(contact) || <span className={styles.quiet}>{t('contacts.noName')}</span>,
        },
        {
          key: 'phone',
          label: t('contacts.phone'),
          width: '120px',
          cell: ({ phone }) => <span className={styles.phone}>{formats.phone(phone)}</span>,
        },
        {
          key: 'state',
          // Over nothing but empty places it would only puzzle.
          label: contacts.some(({ optedOut }) => optedOut) ? t('contacts.availability') : '',
          width: 'minmax(104px, 1.2fr)',
          cell: ({ optedOut }) =>
            optedOut && (
              <span className={styles.optedOut}>
                <UserRoundX size={16} aria-hidden="true" />
                <span className={styles.words}>{t('contacts.optedOut')}</span>
              </span>
            ),
        },
      ]}
    />
  );
}
