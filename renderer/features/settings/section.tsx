import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import styles from './section.module.css';
import { type SectionName, sectionId } from './sections.ts';

interface SectionProps {
  readonly name: SectionName;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One part of the settings; the list of parts leads to it. */
export function Section({ name, lead, children }: SectionProps) {
  const { t } = useWords();
  return (
    <div id={sectionId(name)} tabIndex={-1} className={styles.section}>
      <Card title={t(`settings.section.${name}`)} lead={lead}>
        <div className={styles.content}>{children}</div>
      </Card>
    </div>
  );
}
