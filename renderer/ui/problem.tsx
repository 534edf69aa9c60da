import type { ReactNode } from 'react';
import styles from './problem.module.css';

/** Why something could not be done, beside what was tried. */
export function Problem({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.problem} role="alert">
      <ProblemMark />
      {children}
    </p>
  );
}

/** Tells a problem from other words where colours do not. */
export function ProblemMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8Zm-.9 3.4h1.8v5H7.1Zm0 6.2h1.8v1.8H7.1Z" />
    </svg>
  );
}
