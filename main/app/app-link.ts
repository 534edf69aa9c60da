/**
 * Whether this is a link to join a campaign, the only kind that Fieldline knows. Another program opens links, such as a
 * browser on somebody's web page, and everybody can write one: a link shows the window and does nothing else.
 */
export function isJoinLink(text: string): boolean {
  // Browsers add the slash behind a host; nothing else is forgiven.
  return /^fieldline:\/\/join\/\d{6}\/?$/.test(text);
}

/** The link among the words of a command line, where Windows and Linux put it. The first counts, known or not. */
export function linkAmong(words: readonly string[]): string | null {
  return words.find((word) => /^fieldline:/i.test(word)) ?? null;
}
