/** A link as a person writes it, and where it stands. */
export interface WrittenLink {
  readonly start: number;
  readonly end: number;
  /** In lower case, without `www.`. */
  readonly host: string;
}

/** Addresses with a scheme, and bare names under the endings that organisations have and phones make links of. */
const link =
  /\b(?:https?:\/\/)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|us|gov|edu|info|vote|co|io|ly|gl|gd|cc|me|link|page|app|at|be|id|ink|cat|ws|in|to|im|gy|mx|pr|la))\b(?:[/?#][^\s)\]}"'”’]*)?/gi;

/** Public shorteners. Carriers filter what hides its target, whoever sends it. */
const shorteners: ReadonlySet<string> = new Set([
  'bit.ly',
  'bitly.com',
  'bl.ink',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'mcaf.ee',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'short.io',
  'shorturl.at',
  'soo.gd',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'tr.im',
  'v.gd',
]);

export function linksIn(text: string): readonly WrittenLink[] {
  return [...text.matchAll(link)].flatMap(({ 0: written, 1: host = '', index }) => {
    // The end of an address of a person is no link.
    if (text[index - 1] === '@') return [];
    return [{ start: index, end: index + written.length, host: host.toLowerCase().replace(/^www\./, '') }];
  });
}

export function isShortener({ host }: WrittenLink): boolean {
  return shorteners.has(host);
}
