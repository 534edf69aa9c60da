import type { Words } from '../../words/index.ts';
import type { Parting } from './desk.ts';

/** How the rest of the batch has left the desk; without a number where nobody can say it. */
export function partingSentence({ by, count }: Parting, { t, formats }: Words): string {
  if (count === 0) return t(by === 'admin' ? 'texting.takenBack' : 'texting.givenBackNone');
  const shown = { count, number: formats.number(count) };
  return t(by === 'admin' ? 'texting.takenBackCount' : 'texting.givenBack', shown);
}
