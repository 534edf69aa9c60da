import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface EmptyProps {
  readonly title: string;
  /** What to do next, or why there is nothing. */
  readonly text?: string;
  readonly children?: ReactNode;
}

/** What stands where nothing is yet: says so, and what comes next. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children !== undefined && <div className={styles.tools}>{children}</div>}
    </div>
  );
}
