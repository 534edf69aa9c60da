import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words/index.ts';
import styles from './saved-field.module.css';

interface SavedFieldProps {
  readonly isSaved: boolean;
  /** The note stands at the end of the label's line; of a field without one it stands beside the field. */
  readonly hasLabel?: boolean;
  readonly children: ReactNode;
}

/** A field with its quiet "Saved", which has its place before it is there, so that nothing moves. */
export function SavedField({ isSaved, hasLabel = true, children }: SavedFieldProps) {
  const { t } = useWords();
  return (
    <div className={hasLabel ? styles.field : styles.bare}>
      {children}
      <span className={styles.note} aria-live="polite">
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
