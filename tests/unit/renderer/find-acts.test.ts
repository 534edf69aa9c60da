import { expect, it } from 'vitest';
import { findActs } from '../../../renderer/app/find-acts.ts';

const act = (label: string, keywords = '') => ({ label, keywords });
const acts = [
  act('Contacts', 'people opt-out words stop'),
  act('Settings: Numbers', 'phone numbers rate'),
  act('Results', 'numbers statistics'),
  act('Language: Español', 'idioma castellano spanish'),
  act('Settings: This computer', 'data folder backup'),
];
const found = (query: string): readonly string[] => findActs(query, acts).map(({ label }) => label);

it.each([
  ['a part of a word from its beginning', 'cont', ['Contacts']],
  ['every word, in any order', 'folder data', ['Settings: This computer']],
  ['words that are joined by a hyphen', 'opt-out words', ['Contacts']],
  ['what is written with accents by words without them', 'espanol', ['Language: Español']],
  ['what is written without accents by words with them', 'ídioma', ['Language: Español']],
  ['nothing by the middle of a word', 'tings', []],
  ['nothing where a word is missing', 'data numbers', []],
  ['everything by nothing', ' ', acts.map(({ label }) => label)],
])('finds %s', (_what, query, labels) => {
  expect(found(query)).toEqual(labels);
});

it('puts what is called so before what is only also called so', () => {
  expect(found('numbers')).toEqual(['Settings: Numbers', 'Results']);
});
