import styles from './key-hint.module.css';
import { capsOf } from './keys.ts';

/** The keys of a verb, for the eye: screen readers hear them from `aria-keyshortcuts`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.hint} aria-hidden="true">
      {capsOf(keys).map((cap) => (
        <kbd className={styles.cap} key={cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
