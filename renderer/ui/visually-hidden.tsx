import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for screen readers, where the eye has them from something else. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
