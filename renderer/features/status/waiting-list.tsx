import { useWords } from '../../words/index.ts';
import type { Waiting } from './waiting.ts';
import styles from './waiting-list.module.css';

/** What waits and why, a line for each reason. */
export function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { t, formats } = useWords();
  if (waiting.length === 0) return <p className={styles.none}>{t('status.nothingWaits')}</p>;
  return (
    <ul className={styles.list}>
      {waiting.map(({ reason, count }) => (
        <li key={reason}>{t(`status.waits.${reason}`, { count, number: formats.number(count) })}</li>
      ))}
    </ul>
  );
}
