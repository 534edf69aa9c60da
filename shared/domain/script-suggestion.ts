import { plainName } from './field-names.ts';
import { fieldSlug, linkSlug } from './script-variables.ts';

/**
 * What an author may have meant by a variable that does not exist. Capitals, accents, spaces, dots and underscores
 * are not counted: `First Name` means `first_name`. Beyond those, one wrong letter in three is forgiven, and three at most.
 */
export function nearestVariable(written: string, known: Iterable<string>): string | null {
  const wanted = plainName(written);
  if (wanted.length > longestWritten) return null;
  let nearest: string | null = null;
  let nearestDistance = Math.min(3, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    for (const spelling of [name, fieldSlug(name), linkSlug(name)]) {
      if (spelling === null) continue;
      const distance = editDistance(wanted, plainName(spelling));
      if (distance < nearestDistance) {
        nearest = name;
        nearestDistance = distance;
      }
    }
  }
  return nearest;
}

/** Longer than any name with its decoration; what is longer is a sentence whose braces went wrong. */
const longestWritten = 96;

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one word the other. */
export function editDistance(one: string, other: string): number {
  const from = [...one];
  const to = [...other];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? cell(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return cell(last, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
