import styles from './key-hint.module.css';
import { capsOf, isPlain, type ModifierInFields } from './keys.ts';

interface KeyHintProps {
  readonly keys: string;
  /** Held down with the keys, they do the same where somebody types. */
  readonly inFieldsWith?: ModifierInFields | undefined;
  /** Where the keys are what it is about. Elsewhere screen readers hear them from `aria-keyshortcuts`. */
  readonly isSpoken?: boolean;
  /** Other keys are dim while somebody types, because they type then. These do what they say, or are only told of. */
  readonly isHeardInFields?: boolean;
}

/** The keys of a verb, as caps. */
export function KeyHint({ keys, inFieldsWith, isSpoken = false, isHeardInFields = false }: KeyHintProps) {
  const rests = isPlain(keys) && inFieldsWith === undefined && !isSpoken && !isHeardInFields;
  return (
    <span className={`${styles.hint} ${rests ? styles.restsInFields : ''}`} aria-hidden={isSpoken ? undefined : 'true'}>
      {inFieldsWith !== undefined && (
        <kbd className={`${styles.cap} ${styles.onlyInFields}`}>{capsOf(inFieldsWith)[0]}</kbd>
      )}
      {capsOf(keys).map((cap) => (
        <kbd className={styles.cap} key={cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
