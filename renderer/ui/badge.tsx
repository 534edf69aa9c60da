import type { ReactNode } from 'react';
import styles from './badge.module.css';

interface BadgeProps {
  /** The whole meaning, for the pointer and for screen readers. */
  readonly hint: string;
  readonly children: ReactNode;
}

/** A word about where one is, in sight on every screen. */
export function Badge({ hint, children }: BadgeProps) {
  return (
    <span className={styles.badge} title={hint}>
      {children}
    </span>
  );
}
