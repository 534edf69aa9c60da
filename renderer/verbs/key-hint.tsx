import styles from './key-hint.module.css';
import { capsOf, isPlain, type ModifierInFields } from './keys.ts';

interface KeyHintProps {
  readonly keys: string;
  /** Held down with the keys, they do the same where somebody types. */
  readonly inFieldsWith?: ModifierInFields | undefined;
  /** Where the keys are what it is about. Elsewhere screen readers hear them from `aria-keyshortcuts`. */
  readonly isSpoken?: boolean;
  /** Other keys rest while somebody types, because they type then. These do what they say, or are only told of. */
  readonly isHeardInFields?: boolean;
  /** They stand on a button that has the focus when its dialog opens, so Enter presses it at first. */
  readonly hasFocusFirst?: boolean;
  /** They do nothing for the moment. */
  readonly rests?: boolean;
  /** They stand on the button of a form, which a field sends with Enter alone. */
  readonly isSubmit?: boolean;
}

/** The keys of a verb, as caps: one that would do nothing, or is not needed, at the moment rests. */
export function KeyHint({
  keys,
  inFieldsWith,
  isSpoken = false,
  isHeardInFields = false,
  hasFocusFirst = false,
  rests = false,
  isSubmit = false,
}: KeyHintProps) {
  const typesInFields = isPlain(keys) && inFieldsWith === undefined && !isSpoken && !isHeardInFields;
  // Enter presses the button that has the focus, and needs no modifier for it.
  const needless = `${keys === 'mod+Enter' && !isSpoken ? styles.notInFocus : ''} ${isSubmit ? styles.notInFields : ''}`;
  return (
    <span
      className={`${styles.hint} ${typesInFields ? styles.restsInFields : ''} ${rests ? styles.rests : ''}`}
      aria-hidden={isSpoken ? undefined : 'true'}
    >
      {inFieldsWith !== undefined && (
        <kbd className={`${styles.cap} ${styles.onlyInFields}`}>{capsOf(inFieldsWith)[0]}</kbd>
      )}
      {capsOf(keys).map((cap, index) => (
        <kbd className={`${styles.cap} ${index === 0 ? needless : ''}`} key={cap}>
          {cap}
        </kbd>
      ))}
      {hasFocusFirst && <kbd className={`${styles.cap} ${styles.onlyInFocus}`}>{capsOf('Enter')[0]}</kbd>}
    </span>
  );
}
