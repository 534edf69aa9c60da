import { scanScript } from '../../../shared/domain/script-scan.ts';

export interface MarkedPiece {
  readonly kind: 'text' | 'variable' | 'problem' | 'warning';
  readonly text: string;
  /** Where it begins: pieces are told apart by it. */
  readonly start: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The text of an editor, cut where something in it is to be seen at once. Put together again, it is the text. */
export function markScript(body: string, problems: readonly Place[], warnings: readonly Place[]): MarkedPiece[] {
  const kinds = new Array<MarkedPiece['kind']>(body.length).fill('text');
  let at = 0;
  for (const { kind, source } of scanScript(body)) {
    if (kind !== 'text') kinds.fill('variable', at, at + source.length);
    at += source.length;
  }
  for (const { start, end } of warnings) kinds.fill('warning', start, end);
  for (const { start, end } of problems) kinds.fill('problem', start, end);
  const pieces: MarkedPiece[] = [];
  for (let start = 0; start < body.length; ) {
    let end = start + 1;
    while (end < body.length && kinds[end] === kinds[start]) end++;
    pieces.push({ kind: kinds[start] ?? 'text', text: body.slice(start, end), start });
    start = end;
  }
  return pieces;
}
