import { useWords } from '../../words/index.ts';
import styles from './action-badge.module.css';
import type { ActionState } from './action-state.ts';

/** The state of an action in a word, with a mark that is told by its shape too. */
export function ActionBadge({ state }: { readonly state: ActionState }) {
  const { t } = useWords();
  return (
    <span className={styles.badge}>
      <span className={`${styles.mark} ${styles[state]}`} aria-hidden="true" />
      {t(`actions.states.${state}`)}
    </span>
  );
}
