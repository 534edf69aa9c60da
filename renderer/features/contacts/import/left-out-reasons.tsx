import type { ImportResult } from '../../../../shared/contract/contacts.ts';
import { useWords } from '../../../words/index.ts';
import { reasonsByCount } from './import-outcome.ts';
import styles from './left-out.module.css';

/** How many rows each reason has cost, the most first. */
export function LeftOutReasons({ leftOut }: Pick<ImportResult, 'leftOut'>) {
  const { t, formats } = useWords();
  const costs = reasonsByCount(leftOut);
  return (
    <dl className={styles.reasons}>
      {costs.map(([reason, count]) => (
        <div key={reason} className={styles.reason}>
          <dt>{t(`contacts.reasons.${reason}`)}</dt>
          <dd>{formats.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
