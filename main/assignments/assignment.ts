import { listRunningActions } from '../actions/index.ts';
import { findContact, readPhone } from '../contacts/index.ts';
import type { Reader, Tx } from '../store/index.ts';
import { type AssignmentRow, findByContact, findById, moveToLeftOut, moveToTexted, moveToTextedBy } from './queries.ts';
import { type LeftOutReason, reasonToLeaveOut } from './rules.ts';

/** A contact of an action, and whose it is. */
export interface Assignment {
  readonly assignmentId: number;
  readonly actionId: number;
  readonly contactId: number;
  /** Whose conversation it is, from the claim on. */
  readonly userId: number | null;
  /** `texted`: the first text was decided. `left-out`: a safeguard said never. */
  readonly state: 'unassigned' | 'claimed' | 'texted' | 'left-out';
}

function assignmentOf(row: AssignmentRow | undefined): Assignment | undefined {
  if (row === undefined) return undefined;
  const { id, action_id, contact_id, user_id, state } = row;
  return { assignmentId: id, actionId: action_id, contactId: contact_id, userId: user_id, state };
}

export function findAssignment(reader: Reader, assignmentId: number): Assignment | undefined {
  return assignmentOf(findById(reader, assignmentId));
}

export function findAssignmentOf(reader: Reader, actionId: number, contactId: number): Assignment | undefined {
  return assignmentOf(findByContact(reader, actionId, contactId));
}

/**
 * The first text to the contact is decided, and the desk moves on.
 * @throws when the contact is on nobody's desk: texting it would be a second first text, or nobody's act.
 */
export function markTexted(tx: Tx, assignmentId: number): void {
  if (!moveToTexted(tx, assignmentId)) throw new Error('a contact is texted that was on no desk');
}

/**
 * The contact is not texted in this action. Whoever had it on the desk keeps its conversation.
 * @throws when its first text was decided, or it was left out before: then there is nothing to leave out.
 */
export function markLeftOut(tx: Tx, assignmentId: number, reason: LeftOutReason): void {
  if (!moveToLeftOut(tx, assignmentId, reason)) throw new Error('a contact is left out that was decided before');
}

/**
 * The contact turned out to have been texted in a life of the store that this file does not know of. In the newest running
 * action that was still to text them, that counts as its first text; in the others they are left out, because nobody can
 * tell whose it was, and a second first text is worse than none. Gives the former; undefined when none was to text them.
 * Where the contact was on nobody's desk, the action's author is taken to have texted.
 */
export function settleTextedElsewhere(tx: Tx, contactId: number): Assignment | undefined {
  const untexted = listRunningActions(tx).flatMap(({ actionId, createdBy }) => {
    const row = findByContact(tx, actionId, contactId);
    return row?.state === 'unassigned' || row?.state === 'claimed' ? [{ row, createdBy }] : [];
  });
  const [first, ...others] = untexted;
  for (const { row } of others) markLeftOut(tx, row.id, 'texted-elsewhere');
  if (first === undefined) return undefined;
  moveToTextedBy(tx, first.row.id, first.row.user_id ?? first.createdBy);
  return findAssignment(tx, first.row.id);
}

/** The safeguard that keeps a contact from being texted at all, as its phone stands now; null when none does. */
export function whyLeftOut(reader: Reader, contactId: number): LeftOutReason | null {
  const contact = findContact(reader, contactId);
  if (contact === undefined) throw new Error('an assignment without its contact');
  return reasonToLeaveOut(readPhone(reader, contact.phone));
}
