import type { ReactNode } from 'react';
import styles from './problem.module.css';

/** Why something could not be done, beside what was tried. */
export function Problem({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.problem} role="alert">
      {children}
    </p>
  );
}
