/** Text that was pasted from a table or a document, fit for a field of one line: tabs and line ends become blanks. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
