import { randomBytes } from 'node:crypto';
import { appCalls } from '../../shared/contract/app.ts';
import type { CallsAt, Input, Outcome } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Intents } from './intents.ts';

export type AppHandlers = {
  readonly [Name in CallsAt<'app'>]: (input: Input<Name>) => Outcome<Name> | Promise<Outcome<Name>>;
};

/** Some of the handlers: those whose names begin alike belong together. */
export type SomeAppHandlers<Names extends CallsAt<'app'>> = Pick<AppHandlers, Names>;

/** One call: looked up, its input parsed, always an envelope back. */
export async function answerAppCall(
  handlers: AppHandlers,
  intents: Intents,
  name: unknown,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  if (!isAppCall(name)) return err(appError('serve/unknown-call'));
  const parsed = appCalls[name].input.safeParse(input);
  if (!parsed.success) return err(appError('serve/bad-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' }));
  // The name and its input's schema were looked up together, which the compiler cannot follow.
  const handle = handlers[name] as (input: unknown) => Promise<Result<unknown, AppError>>;
  const act = async (): Promise<Result<unknown, AppError>> => handle(parsed.data);
  try {
    const { intentId } = parsed.data as { readonly intentId?: string };
    return intentId === undefined ? await act() : await intents.once(intentId, [name, parsed.data], act);
  } catch (thrown) {
    const incidentId = randomBytes(4).toString('hex');
    process.stderr.write(
      `incident ${incidentId} in ${name}: ${thrown instanceof Error ? thrown.stack : typeof thrown}\n`,
    );
    return err({ ...appError('internal/bug'), incidentId });
  }
}

function isAppCall(name: unknown): name is CallsAt<'app'> {
  return typeof name === 'string' && Object.hasOwn(appCalls, name);
}
