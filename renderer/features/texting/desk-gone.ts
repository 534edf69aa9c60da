/** Who leaves the desk untexted: the rest of a batch that was given back, or that an admin has taken back. */
import type { Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { type Desk, type DeskContact, editedOf, mendableOf, type Parting } from './desk.ts';
import { draftsOf, withDrafts } from './desk-drafts.ts';
import type { DeskEvent } from './desk-events.ts';
import { figuresOf } from './desk-figures.ts';

type Batch = Output<'assignments/list-desk'>['batch'];

/**
 * Nobody of the batch is on the desk any more. Words that were changed stay, for when the same texter gets their contact
 * back; an editor that is open stays as well, and nothing can be sent from it.
 */
export function parted(desk: Desk, by: Parting['by']): Desk {
  const edited = by === 'admin' ? editedOf(desk) : undefined;
  const mendable = mendableOf(desk);
  return {
    ...desk,
    phase: 'unclaimed',
    refusal: null,
    // As the figures had it: the engine's own number has whoever may not be texted any more as well.
    parting: { by, count: figuresOf(desk).left + mendable.length },
    waiting: edited === undefined ? [] : [edited],
    later: [],
    isBringing: false,
    // Whoever is in front of the editor sees the figures as they were.
    isAll: false,
    leftOut: figuresOf(desk).leftOut,
    notTexted: desk.notTexted.filter((one) => !mendable.includes(one)),
    drafts: withDrafts(desk, draftsOf(mendable)),
  };
}

/**
 * What the engine says of the desk after something has happened to it elsewhere. It concerns the desk that it was asked
 * for, and no later one.
 */
export function lookedAt(desk: Desk, { batchIds, batch }: DeskEvent & { readonly event: 'looked-at' }): Desk {
  return desk.phase === 'texting' && isSame(desk, batchIds) && isTakenBack(desk, batch) ? parted(desk, 'admin') : desk;
}

/** Whether the rest of the batch has gone from the desk: by nothing that was done at it, since that is known here. */
export function isTakenBack(desk: Desk, batch: Batch): boolean {
  if (batch !== null) return !isSame(desk, batch.batchIds);
  return desk.waiting.length + desk.later.length > 0;
}

const isSame = ({ batchIds }: Desk, others: readonly number[]): boolean =>
  batchIds.length === others.length && batchIds.every((id) => others.includes(id));

/**
 * A press on somebody who is not on the desk any more. Where the rest was taken back they are of it; where the engine has
 * them on the desk after all, they come behind whoever is in front of the hands.
 */
export function turnedAway(
  desk: Desk,
  { contact, text }: { readonly contact: DeskContact; readonly text: string },
  { error, anew }: { readonly error: AppError; readonly anew?: DeskContact | undefined },
): Desk | null {
  if (error.code !== 'assignments/not-yours') return null;
  const { parting, phase, batchIds, waiting, later } = desk;
  const drafts = withDrafts(desk, draftsOf([{ contact, text }]));
  if (anew !== undefined && phase === 'texting' && batchIds.includes(anew.batchId)) {
    const behindFirst = (ones: readonly DeskContact[]) => [...ones.slice(0, 1), anew, ...ones.slice(1)];
    const isAmongLater = waiting.length === 0 && later.length > 0;
    return { ...desk, drafts, ...(isAmongLater ? { later: behindFirst(later) } : { waiting: behindFirst(waiting) }) };
  }
  if (phase !== 'unclaimed' || parting?.by !== 'admin') return null;
  const isOfRest = batchIds.includes(contact.batchId);
  return { ...desk, drafts, parting: { ...parting, count: parting.count + (isOfRest ? 1 : 0) } };
}
