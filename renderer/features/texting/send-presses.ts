/**
 * How presses reach the engine. A press is shown at once and asked behind; it is asked again, with the same intent, until
 * the engine has said yes or no.
 */

import { ask, askEngine } from '../../bridge/base-query.ts';
import { dueOf, type Sending } from './desk.ts';
import { deskIn, move, retryMs, type Work } from './desk-work.ts';
import { lookAt } from './look-at-desk.ts';
import { isGone, meaningOf } from './refusals.ts';

/** Asks for the presses that are next. */
export function sendDue(actionId: number): Work {
  return (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    dispatch(sendAll(actionId, desk === undefined ? [] : dueOf(desk)));
  };
}

/** Asks for every press that was not asked for yet, because the page is about to go: none may wait for its turn. */
export function sendUnasked(actionId: number): Work {
  return (dispatch, getState) => {
    const sending = deskIn(getState(), actionId)?.sending ?? [];
    dispatch(
      sendAll(
        actionId,
        sending.filter(({ standing }) => standing !== 'asked'),
      ),
    );
  };
}

/** Asks again for what the engine could not take, and no press waits for that. */
export function resume(actionId: number): Work {
  return (dispatch) => {
    dispatch(move(actionId, { event: 'resumed' }));
    dispatch(sendDue(actionId));
  };
}

function sendAll(actionId: number, presses: readonly Sending[]): Work {
  return (dispatch) => {
    for (const sending of presses) {
      dispatch(move(actionId, { event: 'asked', intentId: sending.intentId }));
      void dispatch(send(actionId, sending));
    }
  };
}

function send(actionId: number, { contact, text, intentId }: Sending): Work<Promise<void>> {
  return async (dispatch, getState) => {
    const input = { intentId, assignmentId: contact.assignmentId, text };
    // Not as a mutation: that would begin only after the page is drawn, and the engine can commit meanwhile.
    const { error } = await askEngine(ask('outbox/send-initial', input), { dispatch, getState });
    if (error === undefined) {
      dispatch(move(actionId, { event: 'texted', intentId }));
    } else {
      const meaning = meaningOf(error);
      const anew = isGone(error) ? await dispatch(lookAt(actionId, contact.assignmentId)) : undefined;
      dispatch(move(actionId, { event: meaning, intentId, error, ...(anew && { anew }) }));
      if (meaning === 'unanswered') setTimeout(() => dispatch(resume(actionId)), retryMs);
    }
    dispatch(sendDue(actionId));
  };
}
