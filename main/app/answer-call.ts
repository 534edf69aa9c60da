import { appCalls } from '../../shared/contract/app.ts';
import type { CallsAt, Input, Outcome } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Admit, Caller } from './admission.ts';
import type { NoteIncident } from './incidents.ts';
import type { Intents } from './intents.ts';

export type AppHandlers = {
  readonly [Name in CallsAt<'app'>]: (input: Input<Name>) => Outcome<Name> | Promise<Outcome<Name>>;
};

/** Some of the handlers: those whose names begin alike belong together. */
export type SomeAppHandlers<Names extends CallsAt<'app'>> = Pick<AppHandlers, Names>;

/** What calls are answered with. */
export interface AnswerParts {
  readonly handlers: AppHandlers;
  readonly intents: Intents;
  readonly admit: Admit;
  readonly noteIncident: NoteIncident;
}

/** A call as it came from the page. */
export interface AppCall extends Caller {
  readonly name: string;
  readonly input: unknown;
}

/** One call: looked up, its caller judged, its input parsed, always an envelope back. */
export async function answerAppCall(
  { handlers, intents, admit, noteIncident }: AnswerParts,
  { name, input, session, opening }: AppCall,
): Promise<Result<unknown, AppError>> {
  if (!isAppCall(name)) return err(appError('serve/unknown-call'));
  try {
    return await admit(appCalls[name], { session, opening }, () => perform(handlers, intents, name, input));
  } catch (thrown) {
    return err({ ...appError('internal/bug'), incidentId: noteIncident(name, thrown) });
  }
}

/** Reaches the handler before it waits for anything, so that this acts on the campaign in which it was admitted. */
async function perform(
  handlers: AppHandlers,
  intents: Intents,
  name: CallsAt<'app'>,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  const parsed = appCalls[name].input.safeParse(input);
  if (!parsed.success) return err(appError('serve/bad-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' }));
  // The name and its input's schema were looked up together, which the compiler cannot follow.
  const handle = handlers[name] as (input: unknown) => Promise<Result<unknown, AppError>>;
  const act = async (): Promise<Result<unknown, AppError>> => handle(parsed.data);
  const { intentId } = parsed.data as { readonly intentId?: string };
  return intentId === undefined ? act() : intents.once(intentId, [name, parsed.data], act);
}

function isAppCall(name: string): name is CallsAt<'app'> {
  return Object.hasOwn(appCalls, name);
}
