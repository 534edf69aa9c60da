import type { ZonedTime } from './zoned-time.ts';

/** What a cell holds. Whatever is neither counted nor a time is text: phones, ZIP codes and ids are. */
export type Cell = string | number | ZonedTime | null;

/** What XML forbids, and no spreadsheet shows: control characters other than tab and line breaks, and two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unshowable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Text as every kind of spreadsheet can hold it: without what it cannot show, with the replacement character for half a
 * character, and with line feeds for line breaks of all kinds, as spreadsheets themselves write them inside a cell.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unshowable, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * How text begins that a spreadsheet may run: with `=`, `+`, `-` or `@`, also full-width or small ones, with a tab or a line
 * break; and after anything that some reader strips: spaces, invisible marks such as a byte order mark, quotes. After
 * OWASP's page on CSV injection.
 */
const runnable = /^[\s\p{Cf}"'“”‘’`]*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n]/u;

/** A sign and at most the 15 digits that a spreadsheet keeps: a number, whatever reads it. Phones in E.164 are such. */
const signedNumber = /^[+-][1-9]\d{0,14}$/;

/**
 * Text for a CSV cell that no spreadsheet runs: what begins like a formula is marked by an apostrophe in front. A phone
 * in E.164 stays as it is, so that it can be read, dialled and imported again: a spreadsheet makes a number of it, shows
 * it without its plus and computes nothing.
 *
 * It holds for readers that split at commas. One that is set to semicolons and does not ask may begin a cell in the
 * middle of a text, as with any CSV; whoever cannot rule that out takes XLSX.
 */
export function safeCell(text: string): string {
  return runnable.test(text) && !signedNumber.test(text) ? `'${text}` : text;
}

/** Undoes `safeCell`: gives the text of a cell of ours without its mark, and any other text as it is. */
export function unmarkCell(text: string): string {
  const bare = text.slice(1);
  return text.startsWith("'") && safeCell(bare) !== bare ? bare : text;
}
