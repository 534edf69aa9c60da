import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { findAction, whyNoTexting } from '../actions/index.ts';
import { readSettings } from '../campaign/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Reader, Tx } from '../store/index.ts';
import { whyLeftOut } from './assignment.ts';
import { listOpenSets, unassignedIn } from './free.ts';
import { claim, countUnassigned, insertBatch, listDesk, moveToLeftOut, type SeatRow } from './queries.ts';
import type { LeftOutReason } from './rules.ts';

export type ClaimCode =
  | 'actions/not-found'
  | 'actions/not-published'
  | 'actions/paused'
  | 'actions/ended'
  | 'assignments/answer-first'
  | 'assignments/none-left'
  | 'assignments/outside-hours';

export interface ClaimedBatch {
  readonly batchId: number;
  /** On the texter's desk now. */
  readonly contactCount: number;
}

/** A contact that was met on the way and is never texted. */
export interface LeftOut {
  readonly assignmentId: number;
  readonly reason: LeftOutReason;
}

export interface ClaimParts {
  readonly journal: Journal;
  readonly clock: Clock;
  /** How many replies a texter could answer and has not, looking at no more than `atMost`. */
  readonly countNeedingAnswer: (reader: Reader, userId: number, atMost: number) => number;
  /** Called when the claim finds nobody: its transaction is rolled back, and these are yet to be left out. */
  readonly onOnlyLeftOut: (leftOut: readonly LeftOut[]) => void;
}

/** A texter who comes too early is told no more exactly how many are left. */
const countedAtMost = 1_000;

/**
 * Gives a texter contacts to text: what is left of the last batch, or else the next unassigned ones whose texting hours
 * are open. Whoever may never be texted is left out on the way and replaced by the next. Who has more replies to answer
 * than the campaign allows gets nobody new. That is judged last: nobody is sent to answer for contacts that are not there.
 */
export function claimBatch(
  tx: Tx,
  parts: ClaimParts,
  { actionId, userId }: { readonly actionId: number; readonly userId: number },
): Result<ClaimedBatch, AppError<ClaimCode>> {
  const action = findAction(tx, actionId);
  if (action === undefined) return err(appError('actions/not-found'));
  const refusal = whyNoTexting(action.state);
  if (refusal !== null) return err(appError(refusal));

  const onDesk = sift(tx, listDesk(tx, userId, actionId), Number.POSITIVE_INFINITY);
  const lastSeat = onDesk.kept.at(-1);
  if (lastSeat !== undefined) {
    leaveOut(tx, onDesk.leftOut);
    return ok({ batchId: lastSeat.batch_id, contactCount: onDesk.kept.length });
  }

  const at = parts.clock.nowMs();
  const { bucketSize, mostUnanswered } = readSettings(tx);
  const found = sift(tx, unassignedIn(tx, actionId, listOpenSets(tx, at)), bucketSize);
  const leftOut = [...onDesk.leftOut, ...found.leftOut];
  if (found.kept.length === 0) {
    if (leftOut.length > 0) parts.onOnlyLeftOut(leftOut);
    const count = countUnassigned(tx, actionId, found.leftOut.length + countedAtMost + 1) - found.leftOut.length;
    if (count === 0) return err(appError('assignments/none-left'));
    return err(appError('assignments/outside-hours', { count: count > countedAtMost ? `${countedAtMost}+` : count }));
  }

  if (mostUnanswered !== null && parts.countNeedingAnswer(tx, userId, mostUnanswered + 1) > mostUnanswered)
    return err(appError('assignments/answer-first', { most: mostUnanswered }));

  leaveOut(tx, leftOut);
  const size = found.kept.length;
  const batchId = insertBatch(tx, { actionId, userId, size, at });
  const claimed = claim(tx, { batchId, userId, ids: found.kept.map(({ id }) => id) });
  if (claimed !== size) throw new Error('a contact was claimed that was not free');
  const payload = { actionId, contactCount: size };
  parts.journal.record(tx, { kind: 'assignments/claimed', userId, entityId: batchId, payload });
  return ok({ batchId, contactCount: size });
}

export function leaveOut(tx: Tx, leftOut: readonly LeftOut[]): void {
  for (const { assignmentId, reason } of leftOut) moveToLeftOut(tx, assignmentId, reason);
}

/** Parts those who may be texted, at most `size` of them, from those who never may. Looks no further than it must. */
function sift<Seat extends SeatRow>(
  tx: Tx,
  seats: Iterable<Seat>,
  size: number,
): { readonly kept: Seat[]; readonly leftOut: LeftOut[] } {
  const kept: Seat[] = [];
  const leftOut: LeftOut[] = [];
  for (const seat of seats) {
    const reason = whyLeftOut(tx, seat.contact_id);
    if (reason === null) kept.push(seat);
    else leftOut.push({ assignmentId: seat.id, reason });
    if (kept.length === size) break;
  }
  return { kept, leftOut };
}
