import type { Actor } from '../../shared/contract/index.ts';
import { findAssignmentOf } from '../assignments/index.ts';
import type { Reader } from '../store/index.ts';

/** Whose conversations an actor sees: their own, or with null everybody's. */
export function reachOf({ role, userId }: Actor): number | null {
  return role === 'texter' ? userId : null;
}

/** Whether there is such a conversation, and the actor sees it. */
export function mayEnter(reader: Reader, actor: Actor, actionId: number, contactId: number): boolean {
  const assignment = findAssignmentOf(reader, actionId, contactId);
  if (assignment?.state !== 'texted') return false;
  const reach = reachOf(actor);
  return reach === null || assignment.userId === reach;
}

/** Whether the actor may write a first text to this contact in this action: to somebody on their desk. */
export function mayBegin(reader: Reader, actor: Actor, actionId: number, contactId: number): boolean {
  const assignment = findAssignmentOf(reader, actionId, contactId);
  return assignment?.state === 'claimed' && assignment.userId === actor.userId;
}
