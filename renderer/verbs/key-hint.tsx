import styles from './key-hint.module.css';
import { capsOf, isPlain, type ModifierInFields } from './keys.ts';

interface KeyHintProps {
  readonly keys: string;
  /** Held down with the keys, they do the same, also where somebody types: so it is shown with them always. */
  readonly inFieldsWith?: ModifierInFields | undefined;
  /** Where the keys are what it is about. Elsewhere screen readers hear them from `aria-keyshortcuts`. */
  readonly isSpoken?: boolean;
  /** Other keys rest while somebody types, because they type then. These do what they say, or are only told of. */
  readonly isHeardInFields?: boolean;
  /** They stand on a button that has the focus when its dialog opens, so Enter presses it at first. */
  readonly hasFocusFirst?: boolean;
  /** They do nothing for the moment. */
  readonly rests?: boolean;
}

/** The keys of a verb, as caps: those that would do nothing at the moment are not seen. */
export function KeyHint({
  keys,
  inFieldsWith,
  isSpoken = false,
  isHeardInFields = false,
  hasFocusFirst = false,
  rests = false,
}: KeyHintProps) {
  const isAlone = inFieldsWith === undefined && !isSpoken;
  const classes = [
    styles.hint,
    isAlone && isPlain(keys) && !isHeardInFields && styles.restsInFields,
    isAlone && keys === 'Enter' && (isHeardInFields ? styles.enterInFields : styles.enter),
    hasFocusFirst && styles.hasOwnEnter,
    rests && styles.rests,
  ];
  return (
    <span
      className={classes.filter((each) => typeof each === 'string').join(' ')}
      aria-hidden={isSpoken ? undefined : 'true'}
    >
      {capsOf(inFieldsWith === undefined ? keys : `${inFieldsWith}+${keys}`).map((cap) => (
        <kbd className={styles.cap} key={cap}>
          {cap}
        </kbd>
      ))}
      {hasFocusFirst && <kbd className={`${styles.cap} ${styles.onlyInFocus}`}>{capsOf('Enter')[0]}</kbd>}
    </span>
  );
}
