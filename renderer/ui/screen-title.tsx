import { type ReactNode, useEffect, useRef } from 'react';
import styles from './screen-title.module.css';

interface ScreenTitleProps {
  readonly id?: string;
  readonly children: ReactNode;
}

/**
 * The one first-level heading of a screen. A screen that takes the place of another finds the focus lost and takes it,
 * so that a screen reader says where one is and Tab goes on from there. A field that begins with the focus keeps it.
 */
export function ScreenTitle({ id, children }: ScreenTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <h1 className={styles.title} id={id} ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
