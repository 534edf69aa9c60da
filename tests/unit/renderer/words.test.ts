import { describe, expect, it } from 'vitest';
import { english } from '../../../renderer/words/en/index.ts';
import { spanish } from '../../../renderer/words/es/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(`${path}${key}`, value);
    else for (const leaf of leaves(value, `${path}${key}.`)) found.set(...leaf);
  }
  return found;
}

const languages = { en: leaves(english), es: leaves(spanish) } as const;
const pluralForms = /_(zero|one|two|few|many|other)$/;
const places = (words: string): string[] => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

/** Keys without their plural form. */
const stems = (words: ReadonlyMap<string, string>): Set<string> =>
  new Set([...words.keys()].map((key) => key.replace(pluralForms, '')));

describe('the words of the page', () => {
  it('have the same keys in both languages', () => {
    expect([...stems(languages.es)].sort()).toEqual([...stems(languages.en)].sort());
  });

  it.each(['en', 'es'] as const)('have every plural form that %s knows, wherever they have one', (language) => {
    const words = languages[language];
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...words.keys()].filter((key) => pluralForms.test(key)).map((key) => key.replace(pluralForms, ''));
    const missing = [...new Set(counted)].flatMap((stem) =>
      forms.map((form) => `${stem}_${form}`).filter((key) => !words.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('leave the same places to be filled in both languages', () => {
    const differing = [...languages.en].filter(([key, words]) => {
      const translated = languages.es.get(key) ?? languages.es.get(key.replace(pluralForms, '_other'));
      // A form for one may spell the number out.
      if (key.endsWith('_one')) return false;
      return JSON.stringify(places(words)) !== JSON.stringify(places(translated ?? ''));
    });
    expect(differing).toEqual([]);
  });

  it('are never empty, and never end in a space', () => {
    const bad = [...languages.en, ...languages.es].filter(([, words]) => words.trim() !== words || words === '');
    expect(bad).toEqual([]);
  });
});
