import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface BadgeProps {
  /** The whole meaning: shown under the pointer, and read out after the word. */
  readonly hint: string;
  readonly children: ReactNode;
}

/** A word about where one is, in sight on every screen. */
export function Badge({ hint, children }: BadgeProps) {
  return (
    <div className={styles.badge} title={hint}>
      <span>{children}</span>
      <VisuallyHidden>{hint}</VisuallyHidden>
    </div>
  );
}
