import { textAlone } from '../../../shared/domain/foreign-fields.ts';
import { startOfOptOut } from './advice.ts';

/** The last sentence of a text that begins with a greeting, and what stands behind the greeting in it. */
const greeted =
  /(?:^|[.!?\n])\s*¡?(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hola|buen[oa]s? (?:d[ií]as?|tardes|noches)|estimad[oa]|quer?id[oa])(?!\p{L})(?: (?:there|again|all)(?!\p{L}))?([^.!?\n]*[\s,!]*)$/iu;
/** Nobody, or somebody by one or two names, each of which begins with a large letter or is a variable. */
const byName =
  /^(?:\s+(?:\p{Lu}[\p{L}\p{M}'’-]*|\uFFFC+)(?:\s+(?:(?<!\uFFFC\s+)\p{Lu}[\p{L}\p{M}'’-]*|\uFFFC+))?)?[\s,!]*$/u;
/** Somebody by any one or two words, such as “neighbors”, where a mark says that no more belongs to it. */
const byWords = /^\s+[\p{L}\p{M}\uFFFC'’-]+(?:\s+[\p{L}\p{M}\uFFFC'’-]+)?[,!]+\s*$/u;
/** In UTF-16 code units, with the variables in it. */
const longest = 120;

/** Whether the last sentence of a text greets somebody, or nobody, and says no more. The places of variables are \uFFFC. */
export function endsInGreeting(text: string): boolean {
  const behind = greeted.exec(text)?.[1];
  return behind !== undefined && (byName.test(behind) || byWords.test(behind));
}

/** Where what follows on the greeting begins, in UTF-16 code units: 0 without one. How to opt out is no part of it. */
export function endOfGreeting(body: string): number {
  const text = textAlone(body);
  const optOut = startOfOptOut(body);
  const last = Math.min(optOut === -1 ? text.length : optOut, longest);
  const ends = Array.from({ length: last }, (_, index) => index + 1);
  return ends.findLast((end) => !/^[\p{L}\uFFFC]/u.test(text.slice(end)) && endsInGreeting(text.slice(0, end))) ?? 0;
}
