import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { brokenVariable, type ScriptProblem } from './script-problem.ts';
import { scanScript, type TextPiece, type VariablePiece } from './script-scan.ts';

/**
 * The language that texts are written in (C7): plain text with variables such as `##{{first_name}}`. Takes the text of
 * a script; gives its parts, ready to be rendered, or every place that cannot be read as a variable. Whether the names
 * mean anything in a campaign is asked of `checkScript`; what they are worth for a contact, of `renderScript`. Only what
 * an admin has written as a script is ever parsed: neither values nor what a texter types.
 */
export type ScriptPart = TextPiece | VariablePiece;
export type Script = readonly ScriptPart[];

/** Reads any text. The parts are there when all of it is sound; otherwise each broken place, in order. Never throws. */
export function parseScript(text: string): Result<Script, readonly ScriptProblem[]> {
  const parts: ScriptPart[] = [];
  const problems: ScriptProblem[] = [];
  let start = 0;
  for (const piece of scanScript(text)) {
    if (piece.kind === 'broken') problems.push(brokenVariable(piece, start, null));
    else parts.push(piece);
    start += piece.source.length;
  }
  return problems.length > 0 ? err(problems) : ok(parts);
}

/** The text that the parts were parsed from. */
export function printScript(script: Script): string {
  return script.map((part) => part.source).join('');
}

/** The canonical names of the variables that a script uses, each once. */
export function variablesIn(script: Script): ReadonlySet<string> {
  return new Set(script.flatMap((part) => (part.kind === 'variable' ? [part.name] : [])));
}
