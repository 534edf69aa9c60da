import { UnstyledButton } from '@mantine/core';
import { useWords } from '../../words/index.ts';
import styles from './section-list.module.css';
import { goToSection, type SectionName } from './sections.ts';

/** The way to each part, beside them where there is room. The palette has it everywhere (`app/settings-verbs.ts`). */
export function SectionList({ sections }: { readonly sections: readonly SectionName[] }) {
  const { t } = useWords();
  return (
    <nav className={styles.list} aria-label={t('settings.sections')}>
      {sections.map((name) => (
        <UnstyledButton key={name} className={styles.stop} onClick={() => goToSection(name)}>
          {t(`settings.section.${name}`)}
        </UnstyledButton>
      ))}
    </nav>
  );
}
