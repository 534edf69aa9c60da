/** The name of a variable as it stands in a text: in one piece, unless it is longer than a line. */
export function oneWord(name: string): string {
  return name.replaceAll(' ', '\u00a0');
}
