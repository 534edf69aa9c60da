import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title: string;
  readonly lead?: string;
  readonly role?: 'alert';
  readonly children?: ReactNode;
}

/** One matter with its name. */
export function Card({ title, lead, role, children }: CardProps) {
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={titleId} role={role}>
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
