import type { RefObject } from 'react';
import styles from './skip-link.module.css';

interface SkipLinkProps {
  readonly label: string;
  /** Takes the focus, and so has to be able to. */
  readonly to: RefObject<HTMLElement | null>;
}

/** The first stop of Tab: past the frame, to what the screen is about. In sight only while it has the focus. */
export function SkipLink({ label, to }: SkipLinkProps) {
  return (
    <button type="button" className={styles.skip} onClick={() => to.current?.focus()}>
      {label}
    </button>
  );
}
