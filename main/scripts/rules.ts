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

/** The body as it is kept. A draft keeps also what its author has still to mend: that is judged before it goes out. */
export function keepBody(typed: string): Result<string, AppError<'scripts/empty'>> {
  const body = tidyBody(typed);
  return visible.test(body) ? ok(body) : err(appError('scripts/empty'));
}

/** The body as it may be sent, or the first thing that its author has to mend. Takes the canonical names that are known. */
export function judgeBody(
  typed: string,
  knownNames: Iterable<string>,
): Result<string, AppError<'scripts/empty' | ScriptErrorCode>> {
  const body = keepBody(typed);
  if (!body.ok) return body;
  const [problem] = checkScript(body.value, knownNames);
  return problem === undefined ? body : err(problem.error);
}
