import { canonicalName, linkVariable } from './script-variables.ts';

/**
 * Cuts the text of a script into pieces: plain text, variables, and what was meant as a variable but cannot be one. The
 * pieces, put together again, are the text, whatever it was: an editor colours what is being typed by them.
 *
 * A variable is `##{{name}}` or `##{{'slug'|trackable}}`, with spaces inside the braces where the author likes them and
 * with straight or typographic quotes. A pair of braces is never plain text. `{{first_name}}` without its hashes, in
 * particular, is broken rather than text or a variable: nobody wants to text braces to a voter, and the source knows no
 * such form. A single brace is text, unless it stands where a variable's braces should be.
 */
export type Piece = TextPiece | VariablePiece | BrokenPiece;

export interface TextPiece {
  readonly kind: 'text';
  readonly source: string;
}

export interface VariablePiece {
  readonly kind: 'variable';
  readonly source: string;
  /** The canonical name: see `script-variables.ts`. */
  readonly name: string;
}

export interface BrokenPiece {
  readonly kind: 'broken';
  readonly source: string;
  readonly fault: VariableFault;
}

/**
 * `no-hashes`: braces that are right, without `##` before them. `not-closed`: it does not end with `}}`. `half-written`:
 * more than one of its parts is missing, or a brace of its beginning. `extra-braces`: more than two beside one another.
 * `stray-braces`: nothing that they belong to. `empty-variable`, `bad-name`: the braces are right, and what is between
 * them is not. `own-fallback`: it brings along what is to stand for a missing value, as other programs have it.
 */
export type VariableFault =
  | 'no-hashes'
  | 'not-closed'
  | 'half-written'
  | 'extra-braces'
  | 'stray-braces'
  | 'empty-variable'
  | 'bad-name'
  | 'own-fallback';

/** Where a variable, or the ruin of one, may begin. */
const suspect = /##\{|#?\{\{|#?\{(?=[^{}\n]{1,64}\}\})|\}\}/gu;

/** A whole variable. A third closing brace would be texted as one, so it makes the variable a broken one. */
const whole = /##\{\{([^{}\n]*)\}\}(?!\})/uy;

/**
 * What is marked as broken when it is not whole: the braces and what is between them, within 64 characters on one line;
 * else the braces and the beginning of a name after them, and no more of the author's sentence.
 */
const ruin = /#{0,2}(\{+)[^{}\n]{0,64}(\}+)|#{0,2}\{+[^\S\n]*[\p{L}\p{N}_.-]*|\}+/uy;

const plainName = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u;
const trackableLink = /^['"‘’‚‛“”„‟]([\p{L}\p{N}_-]+)['"‘’‚‛“”„‟]\s*\|\s*trackable$/u;

/** Reads any text; never throws. Neighbouring pieces of text are one, and none is empty. */
export function scanScript(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let readTo = 0;
  suspect.lastIndex = 0;
  for (let found = suspect.exec(text); found !== null; found = suspect.exec(text)) {
    if (found.index > readTo) pieces.push({ kind: 'text', source: text.slice(readTo, found.index) });
    const piece = readVariable(text, found.index);
    pieces.push(piece);
    readTo = found.index + piece.source.length;
    suspect.lastIndex = readTo;
  }
  if (readTo < text.length) pieces.push({ kind: 'text', source: text.slice(readTo) });
  return pieces;
}

function readVariable(text: string, start: number): VariablePiece | BrokenPiece {
  whole.lastIndex = start;
  const [source, between] = whole.exec(text) ?? [];
  if (source === undefined || between === undefined) return readRuin(text, start);
  const name = readName(between);
  if (name !== null) return { kind: 'variable', source, name };
  if (between.trim() === '') return { kind: 'broken', source, fault: 'empty-variable' };
  return { kind: 'broken', source, fault: bringsFallback(between) ? 'own-fallback' : 'bad-name' };
}

function readRuin(text: string, start: number): BrokenPiece {
  ruin.lastIndex = start;
  const match = ruin.exec(text);
  if (match === null) throw new Error('a suspect place is always a ruin when it is not a whole variable');
  const [source, opening = '', closing = ''] = match;
  return { kind: 'broken', source, fault: faultOf(source, opening, closing) };
}

function faultOf(source: string, opening: string, closing: string): VariableFault {
  const isWhole = opening.length === 2 && closing.length === 2;
  if (!/[\p{L}\p{N}]/u.test(source)) return isWhole ? 'empty-variable' : 'stray-braces';
  if (opening.length > 2 || closing.length > 2) return 'extra-braces';
  if (bringsFallback(source)) return 'own-fallback';
  if (source.startsWith('##{{')) return 'not-closed';
  return isWhole ? 'no-hashes' : 'half-written';
}

/** `first_name | there`, but not the second half of a link. */
function bringsFallback(between: string): boolean {
  return /^[#{]*\s*[\p{L}\p{N}_. -]+\|/u.test(between) && !/\|\s*trackable/u.test(between);
}

/** The canonical name of what stands between the braces, or null when it is no name. */
function readName(between: string): string | null {
  const name = between.trim().normalize('NFC');
  const slug = trackableLink.exec(name)?.[1];
  if (slug !== undefined) return linkVariable(slug);
  return plainName.test(name) ? canonicalName(name) : null;
}
