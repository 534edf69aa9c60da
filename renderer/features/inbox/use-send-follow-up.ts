import { useRef } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { useAppDispatch, useAppStore } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { type ConversationId, useSendFollowUpMutation } from './api.ts';
import { answered, answering, type Draft, notAnswered } from './inbox-slice.ts';

interface SendFollowUp {
  readonly send: (draft: Draft) => Promise<void>;
  readonly isBusy: boolean;
  readonly error: AppError | null;
  readonly forgetError: () => void;
}

/**
 * Sends an answer. A refusal keeps the words; `onSent` is called only while the conversation is still the open one. What
 * is answered after its person has left the window concerns nobody at it.
 */
export function useSendFollowUp(id: ConversationId, name: string, onSent: () => void): SendFollowUp {
  const dispatch = useAppDispatch();
  const { getState } = useAppStore();
  const [ask, { isLoading, error, reset }] = useSendFollowUpMutation();
  const isBusy = useRef(false);
  const isHere = useIsHere();

  return {
    isBusy: isLoading,
    error: error === undefined ? null : appErrorOf(error),
    forgetError: () => {
      if (error !== undefined) reset();
    },
    send: async ({ text, scriptId, intentId }) => {
      if (isBusy.current || text.trim() === '') return;
      isBusy.current = true;
      const key = keyOf(id);
      const isSameSession = sameSession(getState);
      dispatch(answering(key));
      const { data } = await ask({ ...id, intentId, text, scriptId });
      isBusy.current = false;
      if (!isSameSession()) return;
      if (data === undefined) {
        dispatch(notAnswered(key));
        return;
      }
      dispatch(answered({ key, name, messageId: data.messageId, wait: data.wait }));
      if (isHere()) onSent();
    },
  };
}
