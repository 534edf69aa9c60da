import type { AppLink } from '../../shared/contract/index.ts';

/**
 * Reads a link that another program opened, such as a browser on somebody's web page. Everybody can write one, so it is
 * only ever one of a few things to offer to the person, and nothing happens by it alone. Null for everything else.
 */
export function parseAppLink(text: string): AppLink | null {
  // Browsers add the slash behind a host; nothing else is forgiven.
  const joinCode = /^fieldline:\/\/join\/(\d{6})\/?$/.exec(text)?.[1];
  return joinCode === undefined ? null : { kind: 'join', joinCode };
}

/** The link among the words of a command line, where Windows and Linux put it. The first counts, known or not. */
export function linkAmong(words: readonly string[]): AppLink | null {
  const link = words.find((word) => /^fieldline:/i.test(word));
  return link === undefined ? null : parseAppLink(link);
}
