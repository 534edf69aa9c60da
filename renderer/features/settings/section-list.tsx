import { UnstyledButton } from '@mantine/core';
import { useVerbs } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './section-list.module.css';
import { goToSection, type SectionName } from './sections.ts';

/** The way to each part, beside them where there is room and in the palette everywhere. */
export function SectionList({ sections }: { readonly sections: readonly SectionName[] }) {
  const { t } = useWords();
  useVerbs(
    sections.map((name) => ({
      id: `settings-${name}`,
      label: t('settings.goTo', { section: t(`settings.section.${name}`) }),
      run: () => goToSection(name),
    })),
  );
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
