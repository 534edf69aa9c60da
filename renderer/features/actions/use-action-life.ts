import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntents } from '../../bridge/use-intent.ts';
import { useEndActionMutation, usePauseActionMutation, useResumeActionMutation } from './actions-api.ts';

export interface ActionLife {
  readonly pause: () => Promise<boolean>;
  readonly resume: () => Promise<boolean>;
  readonly end: () => Promise<boolean>;
  readonly isBusy: boolean;
  /** Why the last of them was refused. */
  readonly error: AppError | null;
}

/** Pausing, resuming and ending one action. Each gives whether it was done. */
export function useActionLife(actionId: number): ActionLife {
  const [pauseAction, pausing] = usePauseActionMutation();
  const [resumeAction, resuming] = useResumeActionMutation();
  const [endAction, ending] = useEndActionMutation();
  const intents = useIntents();
  const [error, setError] = useState<AppError | null>(null);

  const isBusy = pausing.isLoading || resuming.isLoading || ending.isLoading;

  const step = (act: string, ask: typeof pauseAction) => async (): Promise<boolean> => {
    if (isBusy) return false;
    const answer = await ask({ actionId, intentId: intents.ofSetting('life', act) });
    if (answer.error !== undefined) {
      setError(appErrorOf(answer.error));
      return false;
    }
    intents.done('life', act);
    setError(null);
    return true;
  };
  return {
    pause: step('pause', pauseAction),
    resume: step('resume', resumeAction),
    end: step('end', endAction),
    isBusy,
    error,
  };
}
