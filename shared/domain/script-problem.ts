import { type AppError, appError } from '../errors.ts';
import type { BrokenPiece, VariableFault, VariablePiece } from './script-scan.ts';

export type ScriptErrorCode = `script/${VariableFault}` | 'script/unknown-variable';

/**
 * Something in a script that its author has to mend. Its place in the text is counted in UTF-16 code units, the end not
 * included. The error's params: `variable`, what stands there (shortened when it is very long), and `suggestion`, what to
 * write from start to end instead, where it is clear what was meant.
 */
export interface ScriptProblem {
  readonly start: number;
  readonly end: number;
  readonly error: AppError<ScriptErrorCode>;
}

/** What cannot be read as a variable. */
export function brokenVariable(piece: BrokenPiece, start: number, suggestion: string | null): ScriptProblem {
  return problem(`script/${piece.fault}`, piece.source, start, suggestion);
}

/** What can be read as a variable, and is none of this campaign. */
export function unknownVariable(piece: VariablePiece, start: number, suggestion: string | null): ScriptProblem {
  return problem('script/unknown-variable', piece.source, start, suggestion);
}

function problem(code: ScriptErrorCode, source: string, start: number, suggestion: string | null): ScriptProblem {
  const params = { variable: shortened(source), ...(suggestion === null ? {} : { suggestion }) };
  return { start, end: start + source.length, error: appError(code, params) };
}

/** An error's sentence has room for a name, not for a paragraph. */
function shortened(source: string): string {
  const longest = 80;
  return source.length <= longest ? source : `${source.slice(0, longest - 1)}…`;
}
