import type { ReactNode } from 'react';
import styles from './screen.module.css';
import { ScreenTitle } from './screen-title.tsx';

interface ScreenProps {
  readonly title: ReactNode;
  /** One quiet line under the title. */
  readonly lead?: ReactNode;
  /** What can be done here, at the right of the title: the main button last. */
  readonly tools?: ReactNode;
  /**
   * `text` is as wide as one likes to read, and so is `desk`, which stands in the middle. `list` is `wide` and `full` takes
   * the window; both scroll inside by themselves.
   */
  readonly width?: 'text' | 'desk' | 'wide' | 'list' | 'full';
  readonly children: ReactNode;
}

/** The frame of every screen: its title, its tools, its content. */
export function Screen({ title, lead, tools, width = 'wide', children }: ScreenProps) {
  return (
    <div className={`${styles.screen} ${styles[width]}`}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <ScreenTitle>{title}</ScreenTitle>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
    </div>
  );
}
