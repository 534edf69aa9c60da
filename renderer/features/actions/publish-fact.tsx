import type { ReactNode } from 'react';
import styles from './publish-facts.module.css';

/** One thing that publishing comes to, under its name. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

export function Aside({ children }: { readonly children: ReactNode }) {
  return <span className={styles.aside}>{children}</span>;
}
