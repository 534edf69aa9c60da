import { Skeleton } from '@mantine/core';
import { useWords } from '../../words/index.ts';
import styles from './skeleton-rows.module.css';

/** Rows that are still to come; nothing at all if they come at once. */
export function SkeletonRows() {
  const { t } = useWords();
  return (
    <div className={styles.rows} role="status" aria-label={t('app.loading')}>
      <Skeleton height={40} />
      <Skeleton height={40} />
      <Skeleton height={40} />
    </div>
  );
}
