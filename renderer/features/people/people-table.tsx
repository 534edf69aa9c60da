import { Table } from '@mantine/core';
import { fullName } from '../../../shared/domain/full-name.ts';
import type { Person } from '../../bridge/session-slice.ts';
import { useWords } from '../../words/index.ts';
import styles from './people-table.module.css';

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** Whose row is marked as one's own. */
  readonly myId: number | null;
}

/** Each person with their role and what it lets them do. */
export function PeopleTable({ people, myId }: PeopleTableProps) {
  const { t } = useWords();
  if (people.length === 0) return <p className={styles.quiet}>{t('people.noneFound')}</p>;
  return (
    <div className={styles.scrolls}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('people.name')}</Table.Th>
            <Table.Th>{t('people.role')}</Table.Th>
            <Table.Th className={styles.may}>{t('people.mayDo')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.userId} className={styles.row}>
              <Table.Td className={styles.name}>
                {fullName(person)}
                {person.userId === myId && (
                  <span className={`${styles.you} ${styles.quiet}`}>{` · ${t('people.you')}`}</span>
                )}
              </Table.Td>
              <Table.Td>{t(`people.roles.${person.role}`)}</Table.Td>
              <Table.Td className={`${styles.may} ${styles.quiet}`}>{t(`people.may.${person.role}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
