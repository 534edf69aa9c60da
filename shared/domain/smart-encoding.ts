/**
 * Spares a text from UCS-2, which more than doubles its price, when only look-alikes stand in the way: quotes, dashes
 * and spaces that word processors put in by themselves. All or nothing: if one character remains that GSM-7 lacks, the
 * text is sent as it was written. Letters are never replaced; a name keeps its accents at any price.
 */
import { fitsGsm } from './gsm.ts';

/** What each replacement stands for. All keys are outside the GSM alphabet and all values are inside it. */
const lookAlikes: ReadonlyArray<readonly [replacement: string, originals: string]> = [
  // Left, right, reversed and angle single quotes; prime; backtick; acute accent; modifier apostrophe.
  ["'", '\u2018\u2019\u201b\u2039\u203a\u2032`\u00b4\u02bc'],
  // Left, right, low and reversed double quotes; guillemets; double prime.
  ['"', '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033'],
  // The low single quote looks like a comma more than like a quote.
  [',', '\u201a'],
  // Hyphen, no-break hyphen, figure, en and em dash, bar, minus; then bullets, which lead the lines of a list.
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u2023\u2043\u25e6'],
  ['...', '\u2026'],
  // Tab; no-break and Ogham space; the spaces by width, en quad to hair space; narrow, mathematical, ideographic.
  [' ', '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
  // Line and paragraph separator.
  ['\n', '\u2028\u2029'],
  // Soft hyphen; zero-width space and joiners; direction marks; word joiner; byte-order mark.
  ['', '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff'],
];

const replacements = new Map(
  lookAlikes.flatMap(([to, originals]) => [...originals].map((from) => [from, to] as const)),
);

/**
 * The text with its look-alikes replaced if the whole of it then fits GSM-7, else the text itself. Accents written as
 * a letter and a combining mark, as files from macOS have them, are joined first: `é` is GSM-7, `e` with a mark is not.
 */
export function smartEncode(text: string): string {
  if (fitsGsm(text)) return text;
  let plain = '';
  for (const char of text.normalize('NFC')) plain += replacements.get(char) ?? char;
  return fitsGsm(plain) ? plain : text;
}
