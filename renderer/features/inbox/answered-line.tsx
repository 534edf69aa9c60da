import { useAppSelector } from '../../app/store.ts';
import { useWords } from '../../words/index.ts';
import styles from './answered-line.module.css';

/** Says of the last answer that it is on its way, since the next conversation stands there already. */
export function AnsweredLine() {
  const { t } = useWords();
  const answered = useAppSelector(({ inbox }) => inbox.lastAnswered);
  return (
    <p className={styles.line} role="status">
      {answered !== null &&
        (answered.wait === null
          ? t('inbox.answered', { name: answered.name })
          : t('inbox.answeredWaits', { name: answered.name, reason: t(`inbox.waitReasons.${answered.wait}`) }))}
    </p>
  );
}
