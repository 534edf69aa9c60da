/**
 * What the desk asks of the engine: its contacts and the next batch; how presses leave is in `send-presses.ts`. Takes what a
 * person does on the screen, gives the desk the events that come of it.
 */

import type { Output } from '../../../shared/contract/index.ts';
import { appErrorOf, ask, askEngine } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { editedOf, isDone, needsMore, pageOfDesk } from './desk.ts';
import { deskIn, move, retryMs, type Work } from './desk-work.ts';
import { bringOne } from './look-at-desk.ts';
import { sendDue } from './send-presses.ts';
import { textingApi } from './texting-api.ts';

/**
 * Shows what is left of the person's last batch. Where nothing is, claims the next when that was asked for by coming
 * here. A batch that was finished in this sitting stays finished until somebody asks for another.
 */
export function openDesk(actionId: number, { mayClaim }: { readonly mayClaim: boolean }): Work<Promise<void>> {
  return async (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    if (desk !== undefined && (isDone(desk) || (desk.phase === 'opening' && desk.isBringing))) return;
    if (desk?.phase === 'claiming') return;
    const isSameSession = sameSession(getState);
    dispatch(move(actionId, { event: 'opened' }));
    const isEmpty = await dispatch(bringFirst(actionId));
    if (!isEmpty || !isSameSession()) return;
    if (mayClaim) await dispatch(claimNext(actionId));
    else dispatch(move(actionId, { event: 'found-empty' }));
  };
}

/** What refused everybody may be over. An editor that is open stays as it is; else the desk is looked at anew. */
export function goOn(actionId: number, { mayClaim }: { readonly mayClaim: boolean }): Work<Promise<void>> {
  return async (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    if (desk === undefined || editedOf(desk) === undefined) return dispatch(openDesk(actionId, { mayClaim }));
    dispatch(move(actionId, { event: 'gone-on' }));
  };
}

/** Claims the next batch, or what is left of the last one, and shows it. */
export function claimNext(actionId: number): Work<Promise<void>> {
  return async (dispatch, getState) => {
    if (deskIn(getState(), actionId)?.phase === 'claiming') return;
    const isSameSession = sameSession(getState);
    dispatch(move(actionId, { event: 'claiming' }));
    const claim = textingApi.endpoints.claimBatch.initiate({ intentId: mintIntentId(), actionId }, { track: false });
    const { error } = await dispatch(claim);
    if (!isSameSession()) return;
    if (error !== undefined) {
      dispatch(move(actionId, { event: 'refused', error: appErrorOf(error) }));
      return;
    }
    if ((await dispatch(bringFirst(actionId))) && isSameSession()) {
      // Whoever was claimed has opted out since.
      dispatch(move(actionId, { event: 'brought', desk: [], leftCount: 0, batch: null, isLast: true }));
    }
  };
}

/** Gives whether the desk is empty. What comes after its person has left the window goes on nobody else's desk. */
function bringFirst(actionId: number): Work<Promise<boolean>> {
  return async (dispatch, getState) => {
    const isSameSession = sameSession(getState);
    const { data, error } = await dispatch(bringPage(actionId, null));
    if (!isSameSession()) return false;
    if (error !== undefined) dispatch(move(actionId, { event: 'refused', error: appErrorOf(error) }));
    if (data === undefined) return false;
    if (data.desk.length === 0) return true;
    dispatch(bring(actionId, data));
    // Everybody of a whole page may have been put off, or be under way.
    void dispatch(bringMore(actionId));
    return false;
  };
}

function bringMore(actionId: number): Work<Promise<void>> {
  return async (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    if (desk === undefined || !needsMore(desk)) return;
    const isSameSession = sameSession(getState);
    dispatch(move(actionId, { event: 'bringing' }));
    const { data } = await dispatch(bringPage(actionId, desk.after));
    // What comes late is of another desk.
    if (!isSameSession() || deskIn(getState(), actionId)?.batchIds !== desk.batchIds) return;
    if (data === undefined) {
      dispatch(move(actionId, { event: 'not-brought' }));
      setTimeout(() => void dispatch(bringMore(actionId)), retryMs);
      return;
    }
    dispatch(bring(actionId, data));
  };
}

const bring = (actionId: number, page: Output<'assignments/list-desk'>) =>
  move(actionId, { event: 'brought', ...page, isLast: page.desk.length < pageOfDesk });

const bringPage = (actionId: number, after: number | null) =>
  textingApi.endpoints.bringDesk.initiate({ actionId, after, limit: pageOfDesk }, { track: false });

/** The rest of the batch is there for others. What was pressed is kept first: else it would come back as not one's own. */
export function giveBack(actionId: number, intentId: string): Work<Promise<boolean>> {
  return async (dispatch, getState) => {
    const isSameSession = sameSession(getState);
    dispatch(move(actionId, { event: 'giving-back' }));
    const { data } = await dispatch(textingApi.endpoints.giveBack.initiate({ actionId, intentId }, { track: false }));
    if (!isSameSession()) return false;
    dispatch(move(actionId, { event: data === undefined ? 'not-given-back' : 'given-back' }));
    return data !== undefined;
  };
}

/** A person's own act. The next contact stands there when this returns. */
export function press(actionId: number, what: { readonly assignmentId: number; readonly text: string }): Work {
  return (dispatch) => {
    dispatch(move(actionId, { event: 'pressed', ...what, intentId: mintIntentId() }));
    dispatch(sendDue(actionId));
    void dispatch(bringMore(actionId));
  };
}

/** Brings somebody who was not texted up next with their script, as it reads now; without it, if nobody can say. */
export function takeUpScript(actionId: number, assignmentId: number): Work<Promise<void>> {
  return async (dispatch, getState) => {
    const isSameSession = sameSession(getState);
    const { data } = await dispatch(bringOne(actionId, assignmentId));
    if (!isSameSession()) return;
    const anew = data?.desk.find((contact) => contact.assignmentId === assignmentId);
    dispatch(move(actionId, { event: 'taken-up', assignmentId, ...(anew && { anew }) }));
  };
}

/** Asks again for somebody who was not texted for no fault of theirs. */
export function repeatPress(actionId: number, assignmentId: number): Work {
  return (dispatch) => {
    dispatch(move(actionId, { event: 'repeated', assignmentId }));
    dispatch(sendDue(actionId));
  };
}

/** The engine keeps it for the next coming. Where it cannot, somebody comes up sooner than they were meant to. */
export function putOff(actionId: number, assignmentId: number): Work {
  return (dispatch, getState) => {
    dispatch(move(actionId, { event: 'put-off', assignmentId, at: Date.now() }));
    void askEngine(ask('assignments/put-off', { assignmentId }), { dispatch, getState });
    void dispatch(bringMore(actionId));
  };
}
