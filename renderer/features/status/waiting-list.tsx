import { useWords } from '../../words/index.ts';
import type { Waiting } from './waiting.ts';
import styles from './waiting-list.module.css';

/** What waits and why, a line for each reason, and how many they are together. */
export function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { t, formats } = useWords();
  if (waiting.length === 0) return <p className={styles.none}>{t('status.nothingWaits')}</p>;
  const all = waiting.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {waiting.length > 1 && <p className={styles.all}>{t('status.allWaiting', { number: formats.number(all) })}</p>}
      <ul className={styles.list}>
        {waiting.map(({ reason, count }) => (
          <li key={reason}>{t(`status.waits.${reason}`, { count, number: formats.number(count) })}</li>
        ))}
      </ul>
    </>
  );
}
