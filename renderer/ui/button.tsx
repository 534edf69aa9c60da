import type { ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  /** `main` is the one thing to do on a screen, `quiet` any other, `plain` stands within a line of text. */
  readonly look?: 'main' | 'quiet' | 'plain';
  readonly type?: 'button' | 'submit';
  /** Work is under way: the button keeps its place and its focus, and does nothing. */
  readonly isBusy?: boolean;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

export function Button({ look = 'main', type = 'button', isBusy = false, onClick, children }: ButtonProps) {
  return (
    <button
      className={`${styles.button} ${styles[look]}`}
      type={type}
      aria-disabled={isBusy}
      onClick={isBusy ? undefined : onClick}
    >
      {children}
    </button>
  );
}

/** Buttons side by side, one under the other where there is no room. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
