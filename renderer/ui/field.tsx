import { type ReactNode, type Ref, useId } from 'react';
import styles from './field.module.css';
import { ProblemMark } from './problem.tsx';

interface FieldProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly label: string;
  /** Stands beside the label in a quieter voice. */
  readonly aside?: string;
  readonly hint?: string;
  /** Why the value cannot be taken; takes the place of the hint. */
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly maxLength: number;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}

/** A line that is pasted from a table brings tabs and line ends along, which no name has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
const controlCharacters = /[\u0000-\u001f\u007f]+/g;

/** One line of text with its label, its hint and what is wrong with it. */
export function Field({
  ref,
  label,
  aside,
  hint,
  problem,
  value,
  onValue,
  maxLength,
  required,
  autoFocus,
}: FieldProps) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </label>
      <input
        ref={ref}
        className={styles.input}
        id={id}
        type="text"
        autoComplete="off"
        value={value}
        maxLength={maxLength}
        required={required}
        // biome-ignore lint/a11y/noAutofocus: the screen has one thing to do, and this is its beginning.
        autoFocus={autoFocus}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onValue(event.target.value.replace(controlCharacters, ' '))}
      />
      {note !== undefined && (
        <p className={problem === undefined ? styles.hint : styles.problem} id={`${id}-note`}>
          {problem !== undefined && <ProblemMark />}
          {note}
        </p>
      )}
    </div>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
