import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { chooseLanguage, languageNames, useWords } from '../../words/index.ts';
import { Choice } from './choice.tsx';
import { Section } from './section.tsx';

/** How the window speaks and looks, on this computer, to whoever sits at it. */
export function WindowSection() {
  const { t, language } = useWords();
  // Otherwise Mantine would write a style into the page, which the content policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const looks: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];
  return (
    <Section name="window">
      <Choice
        label={t('settings.window.language')}
        value={language}
        options={languageNames.map(({ language: value, name }) => ({ value, label: name }))}
        onChange={(chosen) => void chooseLanguage(chosen)}
      />
      <Choice
        label={t('settings.window.colours')}
        value={colorScheme}
        options={looks.map((value) => ({ value, label: t(`settings.window.${value}`) }))}
        onChange={setColorScheme}
      />
    </Section>
  );
}
