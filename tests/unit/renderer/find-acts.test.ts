import { describe, expect, it } from 'vitest';
import { findActs, findAll } from '../../../renderer/app/find-acts.ts';

const act = (label: string, alsoCalled = '') => ({ label, alsoCalled });
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
  const elsewhere = (typed: string) => [act(`Elsewhere: ${typed}`)];
  const labels = (query: string, all = { acts, named, elsewhere }) => findAll(query, all).map(({ label }) => label);

  it('nothing stands among the acts before a word is typed', () => {
    expect(findAll('', { acts, named, elsewhere })).toEqual(acts);
    expect(findAll(' “', { acts, named, elsewhere })).toEqual(acts);
  });

  it('as many are found as can be looked over, the acts before them', () => {
    const mixed = labels('rent', { acts: [act('Rent a hall')], named, elsewhere });
    expect(mixed[0]).toBe('Rent a hall');
    expect(mixed).toHaveLength(31);
  });

  it('what is called so stands before acts that are only also called so', () => {
    const mixed = labels('rent 7', {
      acts: [act('Settings: Texting', 'rent 7'), act('Rent 7 halls')],
      named,
      elsewhere,
    });
    expect(mixed.at(0)).toBe('Rent 7 halls');
    expect(mixed.at(1)).toBe('Open “Rent strike 7”');
    expect(mixed.at(-1)).toBe('Settings: Texting');
  });

  it('more letters find the others', () => {
    expect(labels('rent 99')).toContain('Open “Rent strike 99”');
  });

  it.each([
    ['where nothing is called so', ' Ana Alvarez ', ['Elsewhere: Ana Alvarez']],
    ['after the few that are called so', 'rent 99', ['Open “Rent strike 99”', 'Elsewhere: rent 99']],
    ['not where an act is called so', 'backup', ['Settings: This computer']],
  ])('one is led elsewhere %s', (_where, query, found) => {
    expect(labels(query)).toEqual(found);
  });

  it('one is not led elsewhere where many are called so', () => {
    expect(labels('rent')).toHaveLength(30);
  });
});

describe('what needs a word of its own', () => {
  const open = act('Open “Rent strike”');
  const end = { ...act('Open “Rent strike” to end it', 'end finish terminar'), needsOwnWord: true };

  it.each([
    ['by that word', 'end', [end]],
    ['by a beginning of it, with the name', 'rent termin', [end]],
    ['not by the name alone', 'rent strike', [open]],
    ['not by less than three letters', 'strike e', []],
  ])('is found %s', (_how, query, lines) => {
    expect(findActs(query, [open, end])).toEqual(lines);
  });

  it('leads nowhere else: what was asked for was found', () => {
    const elsewhere = () => [act('Elsewhere')];
    expect(findAll('finish', { acts, named: [open, end], elsewhere })).toEqual([end]);
  });
});
