import { describe, expect, it } from 'vitest';
import { findActs, findAll } from '../../../renderer/app/find-acts.ts';

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

describe('of what has a name', () => {
  const named = Array.from({ length: 100 }, (_none, index) => act(`Open “Rent strike ${index}”`));

  it('nothing stands among the acts before a word is typed', () => {
    expect(findAll('', acts, named)).toEqual(acts);
    expect(findAll(' “', acts, named)).toEqual(acts);
  });

  it('as many are found as can be looked over, the acts before them', () => {
    const mixed = findAll('rent', [act('Rent a hall')], named);
    expect(mixed[0]?.label).toBe('Rent a hall');
    expect(mixed).toHaveLength(31);
  });

  it('more letters find the others', () => {
    expect(findAll('rent 99', acts, named).map(({ label }) => label)).toEqual(['Open “Rent strike 99”']);
  });
});
