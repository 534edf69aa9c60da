import { sameSession } from '../../bridge/session-slice.ts';
import type { DeskContact } from './desk.ts';
import { deskIn, move, type Work } from './desk-work.ts';
import { textingApi } from './texting-api.ts';

/**
 * Asks whether the desk that is shown is still the engine's: an admin may have taken back the rest of it. Gives whom the
 * engine has under this assignment, if they are on the desk.
 * @param assignmentId null for nobody in particular
 */
export function lookAt(actionId: number, assignmentId: number | null = null): Work<Promise<DeskContact | undefined>> {
  return async (dispatch, getState) => {
    const desk = deskIn(getState(), actionId);
    if (desk?.phase !== 'texting') return undefined;
    const isSameSession = sameSession(getState);
    const { data } = await dispatch(bringOne(actionId, assignmentId));
    if (data === undefined || !isSameSession()) return undefined;
    dispatch(move(actionId, { event: 'looked-at', batchIds: desk.batchIds, batch: data.batch }));
    return data.desk.find((contact) => contact.assignmentId === assignmentId);
  };
}

/** One contact as the engine has them now, and what the desk is. @param assignmentId null for whoever is first on it */
export function bringOne(actionId: number, assignmentId: number | null) {
  const after = assignmentId !== null && assignmentId > 1 ? assignmentId - 1 : null;
  return textingApi.endpoints.bringDesk.initiate({ actionId, after, limit: 1 }, { track: false });
}
