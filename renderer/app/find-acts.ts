interface Findable {
  readonly label?: string | undefined;
  readonly keywords?: string | readonly string[] | undefined;
}

/** As many of what is found by its name as can be looked over; more letters find the others. */
const mostNamed = 30;

/**
 * What the palette shows for what is typed: acts, and of all that has a name, such as actions and lists, what is called
 * so. Without a word there are only the acts, of which there are few.
 */
export function findAll<Act extends Findable>(query: string, acts: readonly Act[], named: readonly Act[]): Act[] {
  const found = findActs(query, acts);
  return wordsOf(query).length === 0 ? found : [...found, ...findActs(query, named).slice(0, mostNamed)];
}

/** What is left of the acts when somebody types: those in which every word begins a word, the ones called so themselves first. */
export function findActs<Act extends Findable>(query: string, acts: readonly Act[]): Act[] {
  const wanted = wordsOf(query);
  const has = (words: readonly string[]): boolean =>
    wanted.every((part) => words.some((word) => word.startsWith(part)));
  const called = acts.filter(({ label = '' }) => has(wordsOf(label)));
  const also = acts.filter(
    (act) => !called.includes(act) && has(wordsOf(`${act.label} ${[act.keywords].flat().join(' ')}`)),
  );
  return [...called, ...also];
}

/** In small letters and without accents, since people search without them. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
