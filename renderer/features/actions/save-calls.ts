import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { createIntents, type Intents } from '../../bridge/intents.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { actionsApi } from './actions-api.ts';
import type { DraftStore } from './draft-saver.ts';
import type { SaveCalls } from './save-draft.ts';

type Answer<Value> = {
  readonly data?: Value | undefined;
  readonly error?: Parameters<typeof appErrorOf>[0] | undefined;
};

/**
 * The acts of a page. They outlive the form and the session: an answer that comes after a sign-out is not noted in the
 * draft, and its author's next save is given the same answer, instead of making the same thing again.
 */
const pages = new WeakMap<DraftStore['dispatch'], Intents>();

function intentsOf({ dispatch }: DraftStore): Intents {
  const intents = pages.get(dispatch) ?? createIntents();
  pages.set(dispatch, intents);
  return intents;
}

/**
 * The calls of one saving of a draft. They go on when the screen that asked for them is gone, and end with the session:
 * nothing is asked in another person's name, or in nobody's.
 */
export function saveCallsOf(store: DraftStore): SaveCalls {
  const intents = intentsOf(store);
  const { dispatch, getState } = store;
  const userId = getState().session.session?.person.userId;
  const isSameSession = sameSession(getState);

  async function make<Input, Value>(
    call: string,
    input: Input,
    ask: (input: Input & { readonly intentId: string }) => PromiseLike<Answer<Value>>,
    intentOf: Intents['of'] = intents.of,
  ): Promise<Result<Value, AppError>> {
    const act = `${userId} ${call}`;
    if (!isSameSession()) return err(appError('serve/session-ended'));
    const { data, error } = await ask({ ...input, intentId: intentOf(act, input) });
    if (error !== undefined) return err(appErrorOf(error));
    if (!isSameSession()) return err(appError('serve/session-ended'));
    intents.done(act, input);
    return ok(data as Value);
  }

  const set = intents.ofSetting;
  const { createScript, changeScript, createAction, changeAction } = actionsApi.endpoints;
  return {
    createScript: (input) => make('create-script', input, (whole) => dispatch(createScript.initiate(whole))),
    changeScript: (input) =>
      make(`change-script ${input.scriptId}`, input, (whole) => dispatch(changeScript.initiate(whole)), set),
    createAction: (input) => make('create-action', input, (whole) => dispatch(createAction.initiate(whole))),
    changeAction: (input) =>
      make(`change-action ${input.actionId}`, input, (whole) => dispatch(changeAction.initiate(whole)), set),
  };
}
