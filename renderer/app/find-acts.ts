import { searchWords } from '../words/search-words.ts';

interface Findable {
  readonly label: string;
  readonly alsoCalled?: string | undefined;
  /** It has the name of something else, and is found only by a word that it is also called by. */
  readonly needsOwnWord?: boolean | undefined;
}

/** As many of what is found by its name as can be looked over; more letters find the others. */
const mostNamed = 30;
/** Where so few are found by their names, what was looked for may be something else. */
const fewNamed = 3;
/** Fewer letters begin too many words to ask for something by them. */
const lettersOfOwnWord = 3;

/** What can be found: acts, what has a name, and where to look on for what is typed. */
export interface Findables<Act> {
  readonly acts: readonly Act[];
  readonly named: readonly Act[];
  readonly elsewhere: (typed: string) => readonly Act[];
}

/**
 * What the palette shows for what is typed: acts, and of all that has a name, such as actions and lists, what is called
 * so; what is only also called so comes last. Where no act and hardly anything is called so, it tells where else one can
 * look. Without a word there are only the acts, of which there are few.
 */
export function findAll<Act extends Findable>(query: string, { acts, named, elsewhere }: Findables<Act>): Act[] {
  if (searchWords(query).length === 0) return [...acts];
  const found = findActs(query, [...acts, ...named]);
  const allNamed = new Set(named);
  const foundNamed = found.filter((line) => allNamed.has(line));
  const tooMany = new Set(foundNamed.slice(mostNamed));
  const isOnlyNamed = found.every((line) => allNamed.has(line) && !line.needsOwnWord);
  return [
    ...found.filter((line) => !tooMany.has(line)),
    ...(isOnlyNamed && foundNamed.length <= fewNamed ? elsewhere(query.trim()) : []),
  ];
}

/** What is left of the acts when somebody types: those in which every word begins a word, the ones called so themselves first. */
export function findActs<Act extends Findable>(query: string, acts: readonly Act[]): Act[] {
  const wanted = searchWords(query);
  const has = (words: readonly string[]): boolean =>
    wanted.every((part) => words.some((word) => word.startsWith(part)));
  const isAskedFor = ({ alsoCalled = '', needsOwnWord = false }: Act): boolean => {
    if (!needsOwnWord) return true;
    const own = searchWords(alsoCalled);
    return wanted.some((part) => part.length >= lettersOfOwnWord && own.some((word) => word.startsWith(part)));
  };
  const findable = acts.filter(isAskedFor);
  const called = findable.filter(({ label }) => has(searchWords(label)));
  const also = findable.filter(({ label, alsoCalled = '' }) => has(searchWords(`${label} ${alsoCalled}`)));
  return [...new Set([...called, ...also])];
}
