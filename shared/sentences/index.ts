import type { AppError, ErrorCode } from '../errors.ts';
import { en } from './en.ts';
import { es } from './es.ts';

/** What a person reads for each error. A place such as `{folder}` is filled from the error's params, `{#length}` with a number. */
export type Sentences = Readonly<Record<ErrorCode, string>>;

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const byLanguage: Readonly<Record<Language, Sentences>> = { en, es };

/** The sentence for an error, in the person's language. A place without a value is left out rather than shown raw. */
export function sentenceOf(error: AppError, language: Language): string {
  const values: Readonly<Record<string, string | number>> = {
    ...(error.incidentId === undefined ? {} : { incidentId: error.incidentId }),
    ...error.params,
  };
  return byLanguage[language][error.code]
    .replace(/(?<!\{)\{(#?)(\w+)\}(?!\})/g, (_place, kind: string, name: string) => {
      const value = values[name] ?? '';
      return kind === '#' && typeof value === 'number' ? value.toLocaleString(language) : String(value);
    })
    .trim();
}

/** The language we have that is nearest to a BCP 47 tag such as `es-MX`; English when there is none. */
export function nearestLanguage(tag: string): Language {
  const base = tag.toLowerCase().split('-')[0];
  return languages.find((language) => language === base) ?? 'en';
}
