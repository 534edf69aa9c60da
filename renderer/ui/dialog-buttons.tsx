import type { ReactNode } from 'react';
import styles from './dialog-buttons.module.css';

/** The foot of every dialog: the way back first, what the dialog is for last. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
