import { type ReactNode, useId } from 'react';
import styles from './card.module.css';
import { ScreenTitle } from './screen-title.tsx';

interface CardProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** 1 when the card is the whole screen, 2 for a part of one. */
  readonly level?: 1 | 2;
  /** At the right of the title. */
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing on a screen, with its heading: a region that screen readers can go to. */
export function Card({ title, lead, level = 2, tools, children }: CardProps) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        {level === 1 ? (
          <ScreenTitle id={id}>{title}</ScreenTitle>
        ) : (
          <h2 className={styles.title} id={id}>
            {title}
          </h2>
        )}
        {tools}
      </header>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
