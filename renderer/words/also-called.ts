import i18next from 'i18next';
import { languages } from '../../shared/sentences/index.ts';
import type { english } from './en/index.ts';

type Search = typeof english.search;
type KeyIn<Words, At extends string> = {
  [Key in keyof Words & string]: Words[Key] extends string ? `${At}${Key}` : KeyIn<Words[Key], `${At}${Key}.`>;
}[keyof Words & string];

/** Words of every language that find something in the palette: people look for a thing by the word that comes to mind. */
export function alsoCalled(name: KeyIn<Search, ''>): string {
  return languages.map((language) => i18next.getFixedT(language)(`search.${name}`)).join(' ');
}
