import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words/index.ts';
import styles from './saved-field.module.css';

interface SavedFieldProps {
  readonly isSaved: boolean;
  /** For a field without a label of its own: the note stands inside of it, at its end. */
  readonly isInside?: boolean;
  readonly children: ReactNode;
}

/** A field with its quiet "Saved", which has its place before it is there, so that nothing moves. */
export function SavedField({ isSaved, isInside = false, children }: SavedFieldProps) {
  const { t } = useWords();
  return (
    <div className={styles.field}>
      {children}
      <span className={isInside ? styles.inside : styles.note} aria-live="polite">
        {isSaved && (
          <>
            <Check size={14} aria-hidden="true" />
            {t('settings.saved')}
          </>
        )}
      </span>
    </div>
  );
}
