import { type ReactNode, useId } from 'react';
import styles from './card.module.css';
import { ScreenTitle } from './screen-title.tsx';

interface CardProps {
  /** 1 where the card is the whole screen, 2 where it is a part of one. */
  readonly level: 1 | 2;
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}

/** One matter with its name. */
export function Card({ level, title, lead, children }: CardProps) {
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      {level === 1 ? (
        <ScreenTitle id={titleId}>{title}</ScreenTitle>
      ) : (
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
      )}
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
