import type { ReactNode } from 'react';
import styles from './figure.module.css';

interface FigureProps {
  readonly label: string;
  readonly value: string;
  /** A quiet line under the value, such as its share. */
  readonly aside?: string | undefined;
}

/** One number with what it counts. Several stand in a `Figures`. */
export function Figure({ label, value, aside }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {aside !== undefined && <dd className={styles.aside}>{aside}</dd>}
    </div>
  );
}

export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
