import { parseScript } from '../../../shared/domain/script.ts';
import { type FallbackNames, renderScript, type ScriptValues } from '../../../shared/domain/script-render.ts';
import { smartEncode } from '../../../shared/domain/smart-encoding.ts';

/**
 * A script as it will reach one contact. `text` is what would be sent, so far as the values are known here; `pieces`
 * are the same with a mark where a value came in, where one is missing, and where one is only known when it is sent.
 */
export interface Preview {
  readonly text: string;
  readonly pieces: readonly PreviewPiece[];
  /** Canonical names that have no value for this contact: their places are left out of the text. Unknown ones are not told. */
  readonly missing: readonly string[];
  /** Canonical names whose values the page does not have: they are filled in when it is sent. */
  readonly later: readonly string[];
}

export interface PreviewPiece {
  readonly kind: 'text' | 'value' | 'missing' | 'later';
  /** The words, or the variable's name where there are none. */
  readonly text: string;
}

export interface PreviewValues {
  readonly values: ScriptValues;
  readonly fallbacks: FallbackNames;
  /** Whether the variable has a value that is not known to the page. */
  readonly isLater: (name: string) => boolean;
  /** Whether the campaign has such a variable at all. */
  readonly isKnown: (name: string) => boolean;
}

/** Marks that stand around what came in, while the text is put together: no script holds them (private use area). */
const open = '\uE000';
const close = '\uE001';

/** Gives null while the script has a variable that cannot be read. */
export function previewOf(body: string, { values, fallbacks, isLater, isKnown }: PreviewValues): Preview | null {
  const script = parseScript(body.replace(/\r\n?/g, '\n').trim().replaceAll(open, '').replaceAll(close, ''));
  if (!script.ok) return null;
  const { text, missing } = renderScript(script.value, values, fallbacks);
  const marked = script.value.map((part) => (part.kind === 'variable' ? part.name : null));
  const names = [...new Set(marked)].filter((name) => name !== null);
  const kindOf = (name: string): PreviewPiece['kind'] =>
    !missing.includes(name) ? 'value' : isKnown(name) && isLater(name) ? 'later' : 'missing';
  const shown = (name: string): string => {
    const kind = kindOf(name);
    const [part] = script.value.filter((part) => part.kind === 'variable' && part.name === name);
    const value = part === undefined ? '' : renderScript([part], values, fallbacks).text;
    return `${open}${kind}:${kind === 'value' ? value : name}${close}`;
  };
  const withMarks = renderScript(script.value, Object.fromEntries(names.map((name) => [name, shown(name)])), fallbacks);
  const sent = smartEncode(text);
  // What takes the place of look-alikes when it is sent is seen here first.
  const asSent = (piece: PreviewPiece): PreviewPiece =>
    sent === text || piece.kind === 'missing' || piece.kind === 'later'
      ? piece
      : { ...piece, text: smartEncode(piece.text) };
  return {
    text: sent,
    pieces: piecesOf(withMarks.text).map(asSent),
    missing: missing.filter((name) => isKnown(name) && !isLater(name)),
    later: missing.filter((name) => isKnown(name) && isLater(name)),
  };
}

function piecesOf(marked: string): readonly PreviewPiece[] {
  return marked.split(new RegExp(`(${open}[^${close}]*${close})`, 'u')).flatMap((piece): PreviewPiece[] => {
    if (piece === '') return [];
    const [, kind, text = ''] = /^\uE000(\w+):(.*)\uE001$/su.exec(piece) ?? [];
    if (kind === undefined) return [{ kind: 'text', text: piece }];
    return [{ kind: kind as PreviewPiece['kind'], text }];
  });
}
