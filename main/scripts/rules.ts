import { checkScript } from '../../shared/domain/script-check.ts';
import type { ScriptErrorCode } from '../../shared/domain/script-problem.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** A body as it is kept: one kind of line break, nothing around it that would cost a segment and not be seen. */
export function tidyBody(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').trim();
}

/** Something that a phone would show: neither a space nor one of the marks that only steer other characters. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

/** The body as it is kept, or the first thing that its author has to mend. Takes the canonical names that are known. */
export function judgeBody(
  typed: string,
  knownNames: Iterable<string>,
): Result<string, AppError<'scripts/empty' | ScriptErrorCode>> {
  const body = tidyBody(typed);
  if (!visible.test(body)) return err(appError('scripts/empty'));
  const [problem] = checkScript(body, knownNames);
  return problem === undefined ? ok(body) : err(problem.error);
}
