import type { Formats } from '../../words/formats.ts';

interface Named {
  readonly actionId: number;
  readonly name: string;
  readonly createdAt: number;
  readonly publishedAt: number | null;
}

/** Whether people take two names for one: case and spaces are not seen. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

const folded = (name: string): string => name.trim().replace(/\s+/gu, ' ').toLowerCase();

/**
 * What tells an action of a list from its namesakes there: when it was published, or else begun. Null where it has none.
 * Gives a function, so that names are counted once for all of the list.
 */
export function tellApart(actions: readonly Named[], formats: Formats): (action: Named) => string | null {
  const counts = new Map<string, number>();
  for (const { name } of actions) counts.set(folded(name), (counts.get(folded(name)) ?? 0) + 1);
  return ({ name, publishedAt, createdAt }) =>
    (counts.get(folded(name)) ?? 0) > 1 ? formats.dateTime(publishedAt ?? createdAt) : null;
}

/** The same for a list that has only one line for each name. */
export function nameApart(actions: readonly Named[], formats: Formats): (action: Named) => string {
  const apart = tellApart(actions, formats);
  return (action) => {
    const told = apart(action);
    return told === null ? action.name : `${action.name} · ${told}`;
  };
}
