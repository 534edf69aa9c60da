import { meantVariable } from './field-meant.ts';
import { brokenVariable, type ScriptProblem, unknownVariable } from './script-problem.ts';
import { scanScript } from './script-scan.ts';
import { writeVariable } from './script-variables.ts';

/**
 * Every variable of a script that would not be filled (C9), in the order of the text: broken ones, and those that the
 * campaign does not have. Takes the canonical names that are known (`listVariables`); an empty list means that
 * every variable has a meaning, if not a value. Fast enough for each key that the author presses.
 */
export function checkScript(text: string, knownNames: Iterable<string>): readonly ScriptProblem[] {
  const known = new Set(knownNames);
  const suggest = (source: string, start: number): string | null => {
    const name = source.replace(/^[#{]+|\}+$/gu, '');
    const meant = meantVariable({ name, before: text.slice(0, start) }, { names: known });
    return meant === null ? null : writeVariable(meant);
  };
  const problems: ScriptProblem[] = [];
  let start = 0;
  for (const piece of scanScript(text)) {
    if (piece.kind === 'broken') problems.push(brokenVariable(piece, start, suggest(piece.source, start)));
    if (piece.kind === 'variable' && !known.has(piece.name)) {
      problems.push(unknownVariable(piece, start, suggest(piece.source, start)));
    }
    start += piece.source.length;
  }
  return problems;
}
