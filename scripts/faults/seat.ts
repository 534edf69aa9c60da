import type { Answer, CallName, Given, Output } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { EngineLives } from './engine-lives.ts';

/** One person who is signed in, whichever engine is there. */
export interface Seat {
  readonly userId: number;
  ask<Name extends CallName>(name: Name, input: Given<Name>): Promise<Answer<Name>>;
  /** @throws Error when it is refused. */
  must<Name extends CallName>(name: Name, input: Given<Name>): Promise<Output<Name>>;
}

/** @throws Error when the person cannot sign in. */
export async function takeSeat(lives: EngineLives, userId: number): Promise<Seat> {
  const { session } = await must(lives, 'people/sign-in', { userId });
  return {
    userId,
    ask: (name, input) => lives.ask(name, input, session),
    must: (name, input) => must(lives, name, input, session),
  };
}

/** Asks for what has to succeed. @throws Error with the code when it does not. */
export async function must<Name extends CallName>(
  lives: EngineLives,
  name: Name,
  input: Given<Name>,
  session?: string,
): Promise<Output<Name>> {
  const answer = (await lives.ask(name, input, session)) as Result<Output<Name>, AppError>;
  if (answer.ok) return answer.value;
  const { code, params, incidentId } = answer.error;
  throw new Error(`${name} was refused: ${code} ${JSON.stringify(params ?? {})} ${incidentId ?? ''}`.trimEnd());
}
