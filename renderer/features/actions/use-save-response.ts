import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { useAppStore } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { useAddResponseMutation, useChangeResponseMutation } from './actions-api.ts';
import type { WrittenResponse } from './responses-slice.ts';

export interface SaveResponse {
  /** Gives the script that it is now; null when it was refused, or when nobody is here any more to be told. */
  readonly save: (response: WrittenResponse) => Promise<number | null>;
  readonly isSaving: boolean;
  readonly error: AppError | null;
  readonly forgetError: () => void;
}

/** Adds a response script to a published action, or corrects one. */
export function useSaveResponse(actionId: number): SaveResponse {
  const [addResponse, adding] = useAddResponseMutation();
  const [changeResponse, changing] = useChangeResponseMutation();
  const { getState } = useAppStore();
  const intent = useIntent();
  const [error, setError] = useState<AppError | null>(null);
  const isSaving = adding.isLoading || changing.isLoading;

  return {
    save: async ({ scriptId, name, body }) => {
      if (isSaving) return null;
      const isSameSession = sameSession(getState);
      const intentId = intent.of([scriptId, name, body]);
      const answer =
        scriptId === null
          ? await addResponse({ intentId, actionId, name, body })
          : await changeResponse({ intentId, actionId, scriptId, name, body });
      if (!isSameSession()) return null;
      if (answer.error !== undefined) {
        setError(appErrorOf(answer.error));
        return null;
      }
      intent.done();
      setError(null);
      return answer.data.scriptId;
    },
    isSaving,
    error,
    forgetError: () => setError(null),
  };
}
