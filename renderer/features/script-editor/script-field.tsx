import type { RefObject } from 'react';
import styles from './script-field.module.css';
import type { MarkedPiece } from './script-marks.ts';

interface ScriptFieldProps {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
  readonly marks: readonly MarkedPiece[];
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly placeholder: string;
}

/**
 * Where a text is written. Behind the field stands the same text, invisible but for its marks: variables are tinted,
 * problems underlined. It also gives the field its height, so a text is never scrolled inside its box. Nothing that is
 * pasted is cut: what is too long is said, and kept out of the store.
 */
export function ScriptField(props: ScriptFieldProps) {
  const { id, field, value, onChange, onFocus, marks, describedBy, isInvalid, placeholder } = props;
  return (
    <div className={`${styles.box} ${isInvalid ? styles.isInvalid : ''}`}>
      <div className={styles.behind} aria-hidden="true">
        {marks.map(({ kind, text, start }) => (
          <span key={start} className={styles[kind]}>
            {text}
          </span>
        ))}
        {/* A line break at the end has a line of its own only when something stands on it. */}
        {'\u200b'}
      </div>
      <textarea
        id={id}
        ref={field}
        className={styles.field}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onFocus={onFocus}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        placeholder={placeholder}
        spellCheck
      />
    </div>
  );
}
