import { type ComboboxItem, type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from '@mantine/core';
import { searchWords } from '../../words/search-words.ts';

/** What is left of choices when somebody types: those in which every word begins a word. */
export const findChoices: OptionsFilter = ({ options, search, limit }) => {
  const wanted = searchWords(search);
  let left = limit;
  const within = (choices: readonly ComboboxItem[]): ComboboxItem[] => {
    const found = choices.filter(({ label }) => isFound(searchWords(label), wanted)).slice(0, left);
    left -= found.length;
    return found;
  };
  return options.flatMap((option): ComboboxParsedItem[] =>
    isOptionsGroup(option) ? [{ group: option.group, items: within(option.items) }] : within([option]),
  );
};

/** The one that is meant, where what was typed leaves no doubt; else null. */
export function findOneChoice(options: ComboboxParsedItem[], search: string): string | null {
  const found = findChoices({ options, search, limit: 2 });
  const [one, other] = found.flatMap((option) => (isOptionsGroup(option) ? option.items : [option]));
  return one === undefined || other !== undefined ? null : one.value;
}

function isFound(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}
