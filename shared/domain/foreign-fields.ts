import { fieldNamed, type KnownFields } from './field-meant.ts';
import { scanScript } from './script-scan.ts';

/**
 * Fields as other programs write them: `[First Name]`, `{first_name}`, `<name>`, `%name%`, `*|FNAME|*`. To us they are text,
 * and contacts would read them as they stand. Takes any text; gives those places whose words are the name of a field, so
 * that `[see below]` and `<3` are let be. Variables of our own, broken ones too, are `checkScript`'s.
 */
export interface ForeignField {
  /** In UTF-16 code units, the end not included. */
  readonly start: number;
  readonly end: number;
  /** As it stands there. */
  readonly source: string;
  /** The canonical name of the variable that does what was meant; null where the campaign has no such field. */
  readonly name: string | null;
}

const notation = new RegExp(
  [
    String.raw`\*\|([^|*\n]{1,64})\|\*`,
    String.raw`[$#@]?\{([^{}\n]{1,64})\}`,
    String.raw`\[\[([^[\]\n]{1,64})\]\]`,
    String.raw`\[([^[\]\n]{1,64})\]`,
    String.raw`<<([^<>\n]{1,64})>>`,
    String.raw`<([^<>\n]{1,64})>`,
    String.raw`«([^«»\n]{1,64})»`,
    String.raw`%%([^%\s](?:[^%\n]{0,62}[^%\s])?)%%`,
    String.raw`%([^%\s](?:[^%\n]{0,62}[^%\s])?)%`,
  ].join('|'),
  'gu',
);

/** In the order of the text. */
export function findForeignFields(text: string, known: KnownFields): readonly ForeignField[] {
  const alone = textAlone(text);
  const found: ForeignField[] = [];
  notation.lastIndex = 0;
  for (let match = notation.exec(alone); match !== null; match = notation.exec(alone)) {
    const [source, ...insides] = match;
    const between = insides.find((inside) => inside !== undefined) ?? '';
    const start = match.index;
    const isWhole = !between.includes(placeholder);
    const name = isWhole ? fieldNamed({ name: between, before: alone.slice(0, start) }, known) : undefined;
    // What begins here is no field, but one may begin within it.
    if (name === undefined) notation.lastIndex = start + 1;
    else found.push({ start, end: start + source.length, source, name });
  }
  return found;
}

/** Stands for what is a variable's: neither a letter nor a space. */
const placeholder = '\uFFFC';

/** The text with something in the places of variables that is neither a letter nor a space. */
export function textAlone(text: string): string {
  return scanScript(text)
    .map(({ kind, source }) => (kind === 'text' ? source : placeholder.repeat(source.length)))
    .join('');
}
