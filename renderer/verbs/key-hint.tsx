import styles from './key-hint.module.css';
import { capsOf } from './keys.ts';

interface KeyHintProps {
  readonly keys: string;
  /** Where the keys are what it is about. Elsewhere screen readers hear them from `aria-keyshortcuts`. */
  readonly isSpoken?: boolean;
}

/** The keys of a verb, as caps. */
export function KeyHint({ keys, isSpoken = false }: KeyHintProps) {
  return (
    <span className={styles.hint} aria-hidden={isSpoken ? undefined : 'true'}>
      {capsOf(keys).map((cap) => (
        <kbd className={styles.cap} key={cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
