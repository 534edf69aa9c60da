import type { SerializedError } from '@reduxjs/toolkit';
import type { BaseQueryApi, BaseQueryFn } from '@reduxjs/toolkit/query';
import type { CallName, Given } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { bridge } from './bridge.ts';
import { signedOut, tokenIn } from './session-slice.ts';

/** One call of the contract, ready to be made. */
export interface Ask {
  readonly name: CallName;
  readonly input: unknown;
}

/** Names a call with its input, checked against the contract. */
export function ask<Name extends CallName>(name: Name, input: Given<Name>): Ask {
  return { name, input };
}

export type Asked =
  | { readonly data: unknown; readonly error?: never }
  | { readonly data?: never; readonly error: AppError };

/**
 * One call over the bridge, which is on its way when this returns. An error is an answer here; nothing is thrown,
 * whatever the bridge does.
 */
export async function askEngine(
  { name, input }: Ask,
  { getState, dispatch }: Pick<BaseQueryApi, 'getState' | 'dispatch'>,
): Promise<Asked> {
  const token = tokenIn(getState());
  try {
    const answer = await bridge.call(name, input, token);
    if (answer.ok) return { data: answer.value };
    // Unless somebody else has signed in meanwhile.
    const isOver = answer.error.code === 'serve/session-ended' || answer.error.code === 'serve/not-signed-in';
    if (isOver && token !== undefined && token === tokenIn(getState())) dispatch(signedOut());
    return { error: answer.error };
  } catch {
    // The input could not be copied out of the page, or main is gone: no answer will come.
    return { error: appError('serve/bad-request') };
  }
}

/** RTK Query over the bridge. */
export const bridgeBaseQuery: BaseQueryFn<Ask, unknown, AppError> = askEngine;

/**
 * What a query or mutation failed with. A serialized error is a thing thrown on the way, hence a bug of ours; nothing at
 * all is told of a query that was forgotten while it was asked, and nobody waits for that one.
 */
export function appErrorOf(error: AppError | SerializedError | undefined): AppError {
  return error !== undefined && 'kind' in error ? error : appError('internal/bug');
}
