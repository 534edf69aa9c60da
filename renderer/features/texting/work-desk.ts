/**
 * What the desk asks of the engine: its contacts, the next batch, and each press. Takes what a person does on the screen,
 * gives the desk the events that come of it. A press is shown at once and asked behind; it is asked again, with the same
 * intent, until the engine has said yes or no.
 */

import type { AppDispatch, AppState } from '../../app/store.ts';
import { appErrorOf, ask, askEngine } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { type Desk, dueOf, isDone, needsMore, pageOfDesk, type Sending } from './desk.ts';
import type { DeskEvent } from './desk-events.ts';
import { meaningOf } from './refusals.ts';
import { textingApi } from './texting-api.ts';
import { deskMoved } from './texting-slice.ts';

/** How long the engine is left alone when it could not take a press or bring a page. */
const retryMs = 2_000;

type Work<Outcome = void> = (dispatch: AppDispatch, getState: () => AppState) => Outcome;

const move = (actionId: number, event: DeskEvent) => deskMoved({ actionId, event });
const deskIn = (state: AppState, actionId: number): Desk | undefined => state.texting[actionId];

/**
 * Shows what is left of the person's last batch. Where nothing is, claims the next when that was asked for by coming
 * here. A batch that was finished in this sitting stays finished until somebody asks for another.
 */
export function openDesk(actionId: number, { mayClaim }: { readonly mayClaim: boolean }): Work<Promise<void>> {
  return async (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    if (desk !== undefined && (isDone(desk) || (desk.phase === 'opening' && desk.isBringing))) return;
    if (desk?.phase === 'claiming') return;
    dispatch(move(actionId, { event: 'opened' }));
    const isEmpty = await dispatch(bringFirst(actionId));
    if (!isEmpty) return;
    if (mayClaim) await dispatch(claimNext(actionId));
    else dispatch(move(actionId, { event: 'found-empty' }));
  };
}

/** Claims the next batch, or what is left of the last one, and shows it. */
export function claimNext(actionId: number): Work<Promise<void>> {
  return async (dispatch, getState) => {
    if (deskIn(getState(), actionId)?.phase === 'claiming') return;
    dispatch(move(actionId, { event: 'claiming' }));
    const claim = textingApi.endpoints.claimBatch.initiate({ intentId: mintIntentId(), actionId }, { track: false });
    const { error } = await dispatch(claim);
    if (error !== undefined) {
      dispatch(move(actionId, { event: 'refused', error: appErrorOf(error) }));
      return;
    }
    if (await dispatch(bringFirst(actionId))) {
      // Whoever was claimed has opted out since.
      dispatch(move(actionId, { event: 'brought', desk: [], leftCount: 0, isLast: true }));
    }
  };
}

/** Gives whether the desk is empty. */
function bringFirst(actionId: number): Work<Promise<boolean>> {
  return async (dispatch) => {
    const { data, error } = await dispatch(bringPage(actionId, null));
    if (error !== undefined) dispatch(move(actionId, { event: 'refused', error: appErrorOf(error) }));
    if (data === undefined) return false;
    if (data.desk.length === 0) return true;
    dispatch(move(actionId, { event: 'brought', ...data, isLast: data.desk.length < pageOfDesk }));
    return false;
  };
}

function bringMore(actionId: number): Work<Promise<void>> {
  return async (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    if (desk === undefined || !needsMore(desk)) return;
    dispatch(move(actionId, { event: 'bringing' }));
    const { data } = await dispatch(bringPage(actionId, desk.after));
    if (data === undefined) {
      dispatch(move(actionId, { event: 'not-brought' }));
      setTimeout(() => void dispatch(bringMore(actionId)), retryMs);
      return;
    }
    dispatch(move(actionId, { event: 'brought', ...data, isLast: data.desk.length < pageOfDesk }));
  };
}

const bringPage = (actionId: number, after: number | null) =>
  textingApi.endpoints.bringDesk.initiate({ actionId, after, limit: pageOfDesk }, { track: false });

/** A person's own act. The next contact stands there when this returns. */
export function press(actionId: number, what: { readonly assignmentId: number; readonly text: string }): Work {
  return (dispatch) => {
    dispatch(move(actionId, { event: 'pressed', ...what, intentId: mintIntentId() }));
    dispatch(sendDue(actionId));
    void dispatch(bringMore(actionId));
  };
}

/** Asks again for somebody who was set aside for no fault of theirs. */
export function repeatPress(actionId: number, assignmentId: number): Work {
  return (dispatch) => {
    dispatch(move(actionId, { event: 'repeated', assignmentId }));
    dispatch(sendDue(actionId));
  };
}

export function putOff(actionId: number, assignmentId: number): Work {
  return (dispatch) => {
    dispatch(move(actionId, { event: 'put-off', assignmentId }));
    void dispatch(bringMore(actionId));
  };
}

function sendDue(actionId: number): Work {
  return (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    for (const sending of desk === undefined ? [] : dueOf(desk)) {
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
      dispatch(move(actionId, { event: 'texted', intentId, at: Date.now() }));
    } else {
      const meaning = meaningOf(error);
      dispatch(move(actionId, { event: meaning, intentId, error }));
      if (meaning === 'unanswered') setTimeout(() => dispatch(resume(actionId)), retryMs);
    }
    dispatch(sendDue(actionId));
  };
}

function resume(actionId: number): Work {
  return (dispatch) => {
    dispatch(move(actionId, { event: 'resumed' }));
    dispatch(sendDue(actionId));
  };
}
