import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for screen readers, where the eye has them from something else. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}

interface HiddenWhereNarrowProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Words beside a picture, which is left alone where the window is narrow. They are still its name. */
export function HiddenWhereNarrow({ className = '', children }: HiddenWhereNarrowProps) {
  return <span className={`${className} ${styles.hiddenWhereNarrow}`}>{children}</span>;
}
