import type { Reader, Tx } from '../store/index.ts';
import type { ActionState } from './rules.ts';

export interface ActionRow {
  readonly id: number;
  readonly origin: number | null;
  readonly name: string;
  readonly list_id: number;
  readonly state: ActionState;
  readonly created_by: number;
  readonly created_at: number;
  readonly published_at: number | null;
  readonly ended_at: number | null;
}

export type ScriptKind = 'initial' | 'response';

const columns = 'id, origin, name, list_id, state, created_by, created_at, published_at, ended_at';

export function findActionRow(reader: Reader, actionId: number): ActionRow | undefined {
  return reader.get<ActionRow>(`SELECT ${columns} FROM action WHERE id = ?`, actionId);
}

/** Newest first, from just below `before`. */
export function listActions(reader: Reader, before: number | null, limit: number): ActionRow[] {
  return reader.all<ActionRow>(
    `SELECT ${columns} FROM action WHERE id < ? ORDER BY id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
}

/** The same, of those in which people text, or will again. */
export function listOpenActions(reader: Reader, before: number | null, limit: number): ActionRow[] {
  return reader.all<ActionRow>(
    `SELECT ${columns} FROM action WHERE id < ? AND state IN ('published', 'paused') ORDER BY id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
}

/** Those that have ended since then, epoch ms. It passes over all actions, of which a campaign has hundreds at most. */
export function listEndedIds(reader: Reader, endedSince: number): number[] {
  const select = `SELECT id FROM action WHERE state = 'ended' AND ended_at >= ?`;
  return reader.all<{ id: number }>(select, endedSince).map(({ id }) => id);
}

export function insertDraft(tx: Tx, draft: { name: string; listId: number; userId: number; at: number }): number {
  const insert = `INSERT INTO action (name, list_id, state, created_by, created_at)
    VALUES (:name, :listId, 'draft', :userId, :at)`;
  return tx.run(insert, draft).id;
}

export function updateDraft(tx: Tx, draft: { actionId: number; name: string; listId: number }): void {
  tx.run('UPDATE action SET name = :name, list_id = :listId WHERE id = :actionId', draft);
}

/** Moves an action on when it is in the state `from`; gives false when it is not. */
export function moveAction(tx: Tx, move: { actionId: number; from: ActionState; to: ActionState }): boolean {
  return tx.run('UPDATE action SET state = :to WHERE id = :actionId AND state = :from', move).changes === 1;
}

export function notePublished(tx: Tx, actionId: number, at: number): void {
  tx.run('UPDATE action SET published_at = ? WHERE id = ?', at, actionId);
}

export function noteEnded(tx: Tx, actionId: number, at: number): void {
  tx.run('UPDATE action SET ended_at = ? WHERE id = ?', at, actionId);
}

/** In their author's order. */
export function listScriptIds(reader: Reader, actionId: number, kind: ScriptKind): number[] {
  const select = 'SELECT script_id FROM action_script WHERE action_id = ? AND kind = ? ORDER BY position';
  return reader.all<{ script_id: number }>(select, actionId, kind).map(({ script_id }) => script_id);
}

export function replaceScripts(tx: Tx, actionId: number, kind: ScriptKind, scriptIds: readonly number[]): void {
  tx.run('DELETE FROM action_script WHERE action_id = ? AND kind = ?', actionId, kind);
  const insert = 'INSERT INTO action_script (action_id, kind, position, script_id) VALUES (?, ?, ?, ?)';
  for (const [position, scriptId] of scriptIds.entries()) tx.run(insert, actionId, kind, position, scriptId);
}

/** Whether anything but the response scripts of this action has the script. */
export function isUsedElsewhere(reader: Reader, actionId: number, scriptId: number): boolean {
  const select = `SELECT 1 FROM action_script WHERE script_id = ? AND NOT (action_id = ? AND kind = 'response')`;
  return reader.get(`${select} LIMIT 1`, scriptId, actionId) !== undefined;
}

/** Whether an action that is no draft any more has it, as a first text or as an answer. */
export function isScriptOut(reader: Reader, scriptId: number): boolean {
  const select = `SELECT 1 FROM action_script JOIN action ON action.id = action_id
    WHERE script_id = ? AND state <> 'draft' LIMIT 1`;
  return reader.get(select, scriptId) !== undefined;
}

/** Whether it is a first text of an action that is no draft any more. */
export function opensPublished(reader: Reader, scriptId: number): boolean {
  const select = `SELECT 1 FROM action_script JOIN action ON action.id = action_id
    WHERE script_id = ? AND kind = 'initial' AND state <> 'draft' LIMIT 1`;
  return reader.get(select, scriptId) !== undefined;
}
