import { UserRoundX } from 'lucide-react';
import { RowTable } from '../../ui/row-table.tsx';
import { useWords } from '../../words/index.ts';
import type { ContactView } from './contacts-api.ts';
import styles from './contacts-table.module.css';

interface ContactsTableProps {
  readonly contacts: readonly ContactView[];
  readonly count: number | undefined;
  readonly cursorKey: number | null;
  readonly onCursor: (contact: ContactView) => void;
  readonly onEnd: (() => void) | undefined;
}

export function ContactsTable({ contacts, count, cursorKey, onCursor, onEnd }: ContactsTableProps) {
  const { t, formats } = useWords();
  return (
    <RowTable
      label={t('contacts.inList')}
      rows={contacts}
      rowCount={count}
      keyOf={({ contactId }) => contactId}
      cursorKey={cursorKey}
      onCursor={onCursor}
      onEnd={onEnd}
      columns={[
        {
          key: 'name',
          label: t('contacts.name'),
          width: 'minmax(0, 1.8fr)',
          cell: ({ firstName, lastName }) =>
            `${firstName} ${lastName}`.trim() || <span className={styles.quiet}>{t('contacts.noName')}</span>,
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
