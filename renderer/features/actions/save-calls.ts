import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AppDispatch } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { createIntents } from '../../bridge/intents.ts';
import { scriptsApi } from '../script-editor/scripts-api.ts';
import { actionsApi } from './actions-api.ts';
import type { SaveCalls } from './save-draft.ts';

type Answer<Value> = {
  readonly data?: Value | undefined;
  readonly error?: Parameters<typeof appErrorOf>[0] | undefined;
};

/** The calls that save a draft. They go on when the screen that asked for them is gone. */
export function saveCallsOf(dispatch: AppDispatch): SaveCalls {
  const intents = createIntents();

  async function make<Input, Value>(
    act: string,
    input: Input,
    ask: (input: Input & { readonly intentId: string }) => PromiseLike<Answer<Value>>,
  ): Promise<Result<Value, AppError>> {
    const { data, error } = await ask({ ...input, intentId: intents.of(act, input) });
    if (error !== undefined) return err(appErrorOf(error));
    intents.done(act, input);
    return ok(data as Value);
  }

  const { createScript, changeScript } = scriptsApi.endpoints;
  const { createAction, changeAction } = actionsApi.endpoints;
  return {
    createScript: (input) => make('create-script', input, (whole) => dispatch(createScript.initiate(whole))),
    changeScript: (input) => make('change-script', input, (whole) => dispatch(changeScript.initiate(whole))),
    createAction: (input) => make('create-action', input, (whole) => dispatch(createAction.initiate(whole))),
    changeAction: (input) => make('change-action', input, (whole) => dispatch(changeAction.initiate(whole))),
  };
}
