interface Findable {
  readonly label?: string | undefined;
  readonly keywords?: string | readonly string[] | undefined;
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
