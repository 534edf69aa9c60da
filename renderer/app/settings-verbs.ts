import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useReadCampaignQuery } from '../bridge/rooms/campaign.ts';
import { useShowDataFolderMutation } from '../bridge/rooms/files.ts';
import type { Person } from '../bridge/session-slice.ts';
import { sectionsFor } from '../features/settings/sections.ts';
import type { Verb } from '../verbs/registry.ts';
import { useVerbs } from '../verbs/verbs.tsx';
import { alsoCalled } from '../words/also-called.ts';
import { chooseLanguage, languageNames, useWords } from '../words/index.ts';
import { isAdmin } from './navigation.tsx';
import { wentTo } from './place-slice.ts';
import { useAppDispatch } from './store.ts';

const looks: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** The settings from wherever one is: those that are one choice made at once, and the way to each part. */
export function useSettingsVerbs(person: Person): void {
  const { t, language: spoken } = useWords();
  const dispatch = useAppDispatch();
  const { data } = useReadCampaignQuery();
  const [showDataFolder] = useShowDataFolderMutation();
  // Otherwise Mantine would write a style into the page, which the content policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const sections = data === undefined ? [] : sectionsFor({ isAdmin: isAdmin(person), mode: data.mode });
  useVerbs([
    ...looks.map(
      (look): Verb => ({
        id: `colors-${look}`,
        label: t('app.useColors', { look: t(`settings.window.${look}`) }),
        alsoCalled: alsoCalled('colors'),
        isOfFrame: true,
        isDisabled: look === colorScheme,
        run: () => setColorScheme(look),
      }),
    ),
    ...languageNames.map(
      ({ language, name }): Verb => ({
        id: `language-${language}`,
        label: t('app.useLanguage', { name }),
        alsoCalled: alsoCalled('language'),
        isOfFrame: true,
        isDisabled: language === spoken,
        run: () => void chooseLanguage(language),
      }),
    ),
    ...sections.map(
      (section): Verb => ({
        id: `settings-${section}`,
        label: t('settings.goTo', { section: t(`settings.section.${section}`) }),
        alsoCalled: alsoCalled(`settings.${section}`),
        isOfFrame: true,
        run: () => void dispatch(wentTo({ screen: 'settings', section })),
      }),
    ),
    {
      id: 'show-data-folder',
      label: t('app.showDataFolder'),
      alsoCalled: alsoCalled('folder'),
      isOfFrame: true,
      isDisabled: !isAdmin(person),
      run: () => void showDataFolder(),
    },
  ]);
}
