import type { z } from 'zod';
import type { AppError, ErrorCode } from '../errors.ts';
import type { Result } from '../result.ts';

/** Who a signed-in person is in this campaign (docs/glossary.md). */
export const roles = ['texter', 'lead', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

/** `anyone` may call without a session: only what is needed to sign in. */
export type Allowed = readonly Role[] | 'anyone';

/**
 * What a client may do when an answer did not come: `query` changes nothing; `repeatable` may be done again with the
 * same result; `once` carries an `intentId` in its input and happens at most once for it, however often it arrives.
 */
export type Repeat = 'query' | 'repeatable' | 'once';

export interface Call<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends ErrorCode = ErrorCode,
  Repeats extends Repeat = Repeat,
  At extends 'engine' | 'app' = 'engine' | 'app',
  Allow extends Allowed = Allowed,
> {
  readonly at: At;
  readonly allow: Allow;
  readonly repeat: Repeats;
  readonly input: Input;
  readonly output: Output;
  readonly errors: readonly Code[];
}

/** Declares one call. The types of handlers, clients and caches all follow from it. */
export function call<
  const Input extends z.ZodType,
  const Output extends z.ZodType,
  const Code extends ErrorCode,
  const Repeats extends Repeat,
  const At extends 'engine' | 'app',
  const Allow extends Allowed,
>(declaration: Call<Input, Output, Code, Repeats, At, Allow>): Call<Input, Output, Code, Repeats, At, Allow> {
  return declaration;
}

export type Calls = Readonly<Record<string, Call>>;

/** Errors that `serve` itself may answer to any call. */
export type ServeCode =
  | 'internal/bug'
  | 'serve/unknown-call'
  | 'serve/bad-request'
  | 'serve/bad-input'
  | 'serve/not-allowed'
  | 'serve/not-signed-in'
  | 'serve/session-ended'
  | 'serve/intent-reused'
  | 'serve/file-not-registered'
  | 'store/disk-full'
  | 'store/damaged'
  | 'store/superseded';

export type InputOf<C extends Call> = z.output<C['input']>;
/** What a client passes: schema defaults may be left out. */
export type GivenOf<C extends Call> = z.input<C['input']>;
export type OutputOf<C extends Call> = z.output<C['output']>;
export type CodeOf<C extends Call> = C['errors'][number];
export type AnswerOf<C extends Call> = Result<OutputOf<C>, AppError<CodeOf<C> | ServeCode>>;
/** What a handler returns: the call's own errors, never those of `serve`. */
export type OutcomeOf<C extends Call> = Result<OutputOf<C>, AppError<CodeOf<C>>>;
