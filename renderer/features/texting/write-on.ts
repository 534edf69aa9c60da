const sentenceEnd = /[.!?…]$/u;
const wordBegins = /^[\p{L}\p{N}]/u;

/**
 * What stands in the editor after the first act there, which is often to write on behind the last sentence: a blank comes
 * between, as whoever writes on expects.
 */
export function writeOn(before: string, after: string): string {
  const written = after.startsWith(before) ? after.slice(before.length) : '';
  return sentenceEnd.test(before) && wordBegins.test(written) ? `${before} ${written}` : after;
}
