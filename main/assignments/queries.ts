import type { Reader, Tx } from '../store/index.ts';
import type { LeftOutReason } from './rules.ts';

export interface AssignmentRow {
  readonly id: number;
  readonly action_id: number;
  readonly contact_id: number;
  readonly user_id: number | null;
  readonly state: 'unassigned' | 'claimed' | 'texted' | 'left-out';
}

/** A contact that can be claimed, or is on a desk. */
export interface SeatRow {
  readonly id: number;
  readonly contact_id: number;
}

const columns = 'id, action_id, contact_id, user_id, state';

export function findById(reader: Reader, assignmentId: number): AssignmentRow | undefined {
  return reader.get<AssignmentRow>(`SELECT ${columns} FROM assignment WHERE id = ?`, assignmentId);
}

export function findByContact(reader: Reader, actionId: number, contactId: number): AssignmentRow | undefined {
  const select = `SELECT ${columns} FROM assignment WHERE action_id = ? AND contact_id = ?`;
  return reader.get<AssignmentRow>(select, actionId, contactId);
}

/** A member of a list, as it is laid out. */
export interface Seat {
  readonly contactId: number;
  readonly zoneSetId: number;
  /** The safeguard that says never, so that no claim has to meet the contact; null for one who may be texted. */
  readonly reason: LeftOutReason | null;
}

/** Adds those that are not there yet. One statement for all of them: a million rows are laid out by it. */
export function insertSeats(tx: Tx, actionId: number, seats: readonly Seat[]): void {
  const insert = `INSERT OR IGNORE INTO assignment (action_id, contact_id, zone_set_id, reason, state)
    SELECT ?, value ->> 0, value ->> 1, value ->> 2, iif(value ->> 2 IS NULL, 'unassigned', 'left-out')
    FROM json_each(?)`;
  const rows = seats.map(({ contactId, zoneSetId, reason }) => [contactId, zoneSetId, reason]);
  tx.run(insert, actionId, JSON.stringify(rows));
}

/** Takes back at most `limit` of an action's contacts, before anybody could claim them; gives how many. */
export function deleteSome(tx: Tx, actionId: number, limit: number): number {
  const some = 'SELECT id FROM assignment WHERE action_id = ? ORDER BY contact_id DESC LIMIT ?';
  return tx.run(`DELETE FROM assignment WHERE id IN (${some})`, actionId, limit).changes;
}

/** A page of the unassigned contacts of one zone set, lowest id first. */
export function listUnassigned(
  reader: Reader,
  from: { actionId: number; zoneSetId: number; afterId: number; limit: number },
): SeatRow[] {
  const select = `SELECT id, contact_id FROM assignment
    WHERE action_id = :actionId AND zone_set_id = :zoneSetId AND state = 'unassigned' AND id > :afterId
    ORDER BY id LIMIT :limit`;
  return reader.all<SeatRow>(select, from);
}

/** Looks at no more than `atMost` of an action's unassigned contacts: a million take tens of milliseconds. */
export function countUnassigned(reader: Reader, actionId: number, atMost: number): number {
  const some = `SELECT 1 FROM assignment WHERE action_id = ? AND state = 'unassigned' LIMIT ?`;
  return reader.get<{ count: number }>(`SELECT count(*) AS count FROM (${some})`, actionId, atMost)?.count ?? 0;
}

/** The unassigned contacts of an action in each of these zone sets; sets without any are left out. */
export function countUnassignedIn(
  reader: Reader,
  actionId: number,
  zoneSetIds: readonly number[],
): { readonly zone_set_id: number; readonly count: number }[] {
  const select = `SELECT zone_set_id, count(*) AS count FROM assignment
    WHERE action_id = ? AND zone_set_id IN (SELECT value FROM json_each(?)) AND state = 'unassigned'
    GROUP BY zone_set_id`;
  return reader.all(select, actionId, JSON.stringify(zoneSetIds));
}

/** A contact on a desk. */
export interface DeskRow extends SeatRow {
  readonly batch_id: number;
  readonly put_off_at: number | null;
}

/** Everybody on a texter's desk, lowest id first. */
export function listDesk(reader: Reader, userId: number, actionId: number): DeskRow[] {
  const select = `SELECT id, contact_id, batch_id, put_off_at FROM assignment
    WHERE user_id = ? AND action_id = ? AND state = 'claimed' ORDER BY id`;
  return reader.all(select, userId, actionId);
}

/** How many are on each of a texter's desks. */
export function countDesks(
  reader: Reader,
  userId: number,
): { readonly actionId: number; readonly leftCount: number }[] {
  const select = `SELECT action_id AS actionId, count(*) AS leftCount FROM assignment
    WHERE user_id = ? AND state = 'claimed' GROUP BY action_id`;
  return reader.all(select, userId);
}

/** Everybody who was claimed in these batches, on the desk or no more. */
export function listBatches(
  reader: Reader,
  batchIds: readonly number[],
): { readonly id: number; readonly state: AssignmentRow['state'] }[] {
  const select = 'SELECT id, state FROM assignment WHERE batch_id IN (SELECT value FROM json_each(?)) ORDER BY id';
  return reader.all(select, JSON.stringify(batchIds));
}

/** Gives false when it is not on this person's desk. */
export function putOff(
  tx: Tx,
  { assignmentId, userId, at }: { assignmentId: number; userId: number; at: number },
): boolean {
  const update = `UPDATE assignment SET put_off_at = ? WHERE id = ? AND user_id = ? AND state = 'claimed'`;
  return tx.run(update, at, assignmentId, userId).changes === 1;
}

export function insertBatch(tx: Tx, batch: { actionId: number; userId: number; size: number; at: number }): number {
  const insert = `INSERT INTO batch (action_id, user_id, size, claimed_at) VALUES (:actionId, :userId, :size, :at)`;
  return tx.run(insert, batch).id;
}

/** Gives the number of contacts that were free and are the texter's now. */
export function claim(tx: Tx, claimed: { batchId: number; userId: number; ids: readonly number[] }): number {
  const update = `UPDATE assignment SET state = 'claimed', batch_id = :batchId, user_id = :userId
    WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 'unassigned'`;
  return tx.run(update, { ...claimed, ids: JSON.stringify(claimed.ids) }).changes;
}

/** Everybody who has claimed a batch of an action. */
export function listClaimers(reader: Reader, actionId: number): number[] {
  const select = 'SELECT DISTINCT user_id FROM batch WHERE action_id = ?';
  return reader.all<{ user_id: number }>(select, actionId).map(({ user_id: userId }) => userId);
}

/** Clears the desks of these people in an action, along the index of desks; gives how many contacts are free again. */
export function free(tx: Tx, actionId: number, userIds: readonly number[]): number {
  const update = `UPDATE assignment SET state = 'unassigned', batch_id = NULL, user_id = NULL, put_off_at = NULL
    WHERE user_id IN (SELECT value FROM json_each(?)) AND action_id = ? AND state = 'claimed'`;
  return tx.run(update, JSON.stringify(userIds), actionId).changes;
}

/** Gives false when it was not on a desk. */
export function moveToTexted(tx: Tx, assignmentId: number): boolean {
  const update = `UPDATE assignment SET state = 'texted' WHERE id = ? AND state = 'claimed'`;
  return tx.run(update, assignmentId).changes === 1;
}

/** For a first text that was sent without this file knowing of it: by whoever has the contact, else by `userId`. */
export function moveToTextedBy(tx: Tx, assignmentId: number, userId: number): void {
  const update = `UPDATE assignment SET state = 'texted', user_id = ? WHERE id = ? AND state IN ('unassigned', 'claimed')`;
  tx.run(update, userId, assignmentId);
}

/** Gives false when it was decided already. */
export function moveToLeftOut(tx: Tx, assignmentId: number, reason: LeftOutReason): boolean {
  const update = `UPDATE assignment SET state = 'left-out', reason = ?
    WHERE id = ? AND state IN ('unassigned', 'claimed')`;
  return tx.run(update, reason, assignmentId).changes === 1;
}

export function countByState(reader: Reader, actionId: number): { state: AssignmentRow['state']; count: number }[] {
  return reader.all('SELECT state, count(*) AS count FROM assignment WHERE action_id = ? GROUP BY state', actionId);
}
