import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import styles from './desk-skeleton.module.css';

/** The shape of the next contact, while it is being brought. It shows nothing for a moment, which mostly is enough. */
export function DeskSkeleton() {
  const { t } = useWords();
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>{t('texting.bringing')}</VisuallyHidden>
      <span className={styles.name} />
      <span className={styles.line} />
      <span className={styles.line} />
    </div>
  );
}
