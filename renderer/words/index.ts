/**
 * What the page says, in the person's language. Each feature has a file of words in `en/` and its like in `es/`; a key
 * that one of them lacks does not compile. The sentences for errors are in `shared/sentences`, since the engine and the
 * command line tell them too.
 */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import { type Language, languages, nearestLanguage, sentenceOf } from '../../shared/sentences/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { type Formats, formatsFor } from './formats.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof english };
  }
}

/** What somebody chose instead of the system's language is a matter of this computer, not of the campaign. */
const chosenKey = 'fieldline.language';

function firstLanguage(): Language {
  const chosen = localStorage.getItem(chosenKey);
  return languages.find((language) => language === chosen) ?? nearestLanguage(navigator.language);
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  defaultNS: 'words',
  resources: { en: { words: english }, es: { words: spanish } },
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});
document.documentElement.lang = currentLanguage();

export function currentLanguage(): Language {
  return nearestLanguage(i18next.language);
}

/** Each language is called as those who speak it call it. */
export const languageNames = [
  { language: 'en', name: 'English' },
  { language: 'es', name: 'Español' },
] as const satisfies readonly { language: Language; name: string }[];

/** Changes the language of the page at once, and of the next start. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(chosenKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export type Say = typeof i18next.t;

export interface Words {
  /** The words of a key such as `texting.send`, with `{{places}}` filled. */
  readonly t: Say;
  /** The sentence of an error. */
  readonly tell: (error: AppError) => string;
  readonly language: Language;
  readonly formats: Formats;
}

/** The words, for a component: it is drawn again when the language changes. */
export function useWords(): Words {
  const { t } = useTranslation();
  const language = currentLanguage();
  return { t, tell: (error) => sentenceOf(error, language), language, formats: formatsFor(localeOf(language)) };
}

/** How dates and numbers are written: as the system does where it speaks that language, else as in the United States. */
function localeOf(language: Language): string {
  return navigator.language.toLowerCase().startsWith(`${language}-`) ? navigator.language : `${language}-US`;
}
