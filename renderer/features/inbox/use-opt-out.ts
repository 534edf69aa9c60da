import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { useOptOutContactMutation } from '../../bridge/rooms/contacts.ts';
import { useIsHere } from '../../ui/use-is-here.ts';

export interface OptOut {
  readonly isAsked: boolean;
  readonly isBusy: boolean;
  readonly error: AppError | null;
  readonly begin: () => void;
  readonly giveUp: () => void;
  readonly confirm: () => void;
}

/** Opting a contact out by hand, which is asked again because it is for ever. */
export function useOptOut(contactId: number, onDone: () => void): OptOut {
  const isHere = useIsHere();
  const [intentId, setIntentId] = useState<string | null>(null);
  const [ask, { isLoading, error, reset }] = useOptOutContactMutation();
  return {
    isAsked: intentId !== null,
    isBusy: isLoading,
    error: error === undefined ? null : appErrorOf(error),
    begin: () => {
      reset();
      setIntentId(mintIntentId());
    },
    giveUp: () => setIntentId(null),
    confirm: () => {
      if (intentId === null || isLoading) return;
      void ask({ intentId, contactId }).then(({ data }) => {
        // Whoever has gone to another conversation meanwhile stays there.
        if (data === undefined || !isHere()) return;
        setIntentId(null);
        onDone();
      });
    },
  };
}
