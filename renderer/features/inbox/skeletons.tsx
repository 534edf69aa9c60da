import { Skeleton } from '@mantine/core';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import styles from './skeletons.module.css';

/** In the shape of the list that comes. */
export function RowSkeletons() {
  const { t } = useWords();
  return (
    <div className={styles.rows}>
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      <Skeleton height={40} />
      <Skeleton height={40} />
      <Skeleton height={40} />
      <Skeleton height={40} />
    </div>
  );
}

/** In the shape of the conversation that comes. */
export function ThreadSkeleton() {
  const { t } = useWords();
  return (
    <div className={styles.thread}>
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      <Skeleton height={24} width={180} />
      <Skeleton height={64} width="60%" className={styles.ours} />
      <Skeleton height={40} width="45%" />
    </div>
  );
}
