import { KeyHint } from '../../verbs/key-hint.tsx';
import { useWords } from '../../words/index.ts';
import styles from './composer-hints.module.css';

/** The keys of the composer that have no button. Screen readers find the same in the list of keys. */
export function ComposerHints({ hasNewLine }: { readonly hasNewLine: boolean }) {
  const { t } = useWords();
  return (
    <div className={styles.hints} aria-hidden="true">
      {hasNewLine && (
        <span className={styles.hint}>
          <KeyHint keys="shift+Enter" isHeardInFields /> {t('inbox.newLine')}
        </span>
      )}
      <span className={styles.hint}>
        <KeyHint keys="alt+ArrowDown" /> {t('inbox.nextShort')}
      </span>
      <span className={styles.hint}>
        <KeyHint keys="Escape" /> {t('inbox.listShort')}
      </span>
    </div>
  );
}
