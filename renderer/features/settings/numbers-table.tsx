import { Table } from '@mantine/core';
import type { Output } from '../../../shared/contract/index.ts';
import type { Formats } from '../../words/formats.ts';
import { useWords } from '../../words/index.ts';
import styles from './numbers-section.module.css';
import type { Saved } from './saved.ts';
import { SavedRate } from './saved-rate.tsx';

type SendingNumber = Output<'numbers/list'>['numbers'][number];

interface NumbersTableProps {
  readonly numbers: readonly SendingNumber[];
  readonly saveRate: (numberId: number, segmentsPerSecond: number, intentId: string) => Promise<Saved>;
}

/** Each number with how it is; those that the account has lost stay, so that old texts can be understood. */
export function NumbersTable({ numbers, saveRate }: NumbersTableProps) {
  const { t, formats } = useWords();
  return (
    <div className={styles.scrolls}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('settings.numbers.number')}</Table.Th>
            <Table.Th>{t('settings.numbers.state')}</Table.Th>
            <Table.Th>{t('settings.numbers.rate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {numbers.map((number) => (
            <Table.Tr key={number.numberId} className={number.lost ? styles.lost : undefined}>
              <Table.Td>
                <span className={styles.phone}>{formats.phone(number.phone)}</span>{' '}
                <span className={styles.quiet}>{nameOf(number, formats)}</span>
              </Table.Td>
              <Table.Td className={stateOf(number) === 'ready' ? styles.quiet : styles.trouble}>
                {t(`settings.numbers.${stateOf(number)}`)}
              </Table.Td>
              <Table.Td className={styles.rate}>
                {!number.lost && (
                  <SavedRate
                    ariaLabel={t('settings.numbers.rateOf', { number: formats.phone(number.phone) })}
                    name={`rate-${number.numberId}`}
                    value={number.segmentsPerSecond}
                    most={1_000}
                    save={(rate, intentId) => saveRate(number.numberId, rate ?? number.segmentsPerSecond, intentId)}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What the carrier calls it, unless that is only the number again. */
function nameOf({ phone, label }: SendingNumber, formats: Formats): string {
  return label === phone || label === formats.phone(phone) ? '' : label;
}

function stateOf({ lost, canText }: SendingNumber): 'lost' | 'cannotText' | 'ready' {
  if (lost) return 'lost';
  return canText ? 'ready' : 'cannotText';
}
