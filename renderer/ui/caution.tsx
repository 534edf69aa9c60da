import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './caution.module.css';

/** What is worth knowing before one goes on, calmly; nothing has failed. It stands inside of other words, such as a hint. */
export function Caution({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles.caution}>
      <TriangleAlert className={styles.icon} size={16} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
