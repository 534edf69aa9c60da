import { findScript, type StoredScript } from '../scripts/index.ts';
import type { Reader } from '../store/index.ts';
import {
  type ActionRow,
  findActionRow,
  listOpenActions,
  listScriptIds,
  opensPublished,
  type ScriptKind,
} from './queries.ts';
import { type ActionState, refusalOf } from './rules.ts';

export interface Action {
  readonly actionId: number;
  /** The action's id for the world when another desktop made it; null when this one did. */
  readonly origin: number | null;
  readonly name: string;
  readonly listId: number;
  readonly state: ActionState;
  readonly createdBy: number;
}

export function findAction(reader: Reader, actionId: number): Action | undefined {
  const row = findActionRow(reader, actionId);
  return row === undefined ? undefined : actionOf(row);
}

/** Those in which people text, or will again, newest first. There are never many. */
export function listRunningActions(reader: Reader): Action[] {
  return listOpenActions(reader, null, 1_000).map(actionOf);
}

function actionOf({ id, origin, name, list_id, state, created_by }: ActionRow): Action {
  return { actionId: id, origin, name, listId: list_id, state, createdBy: created_by };
}

/** In their author's order. */
export function listScripts(reader: Reader, actionId: number, kind: ScriptKind): StoredScript[] {
  return listScriptIds(reader, actionId, kind).map((scriptId) => {
    const script = findScript(reader, scriptId);
    if (script === undefined) throw new Error('an action without one of its scripts');
    return script;
  });
}

/** Why nobody can text in an action that is in this state; null when they can. */
export function whyNoTexting(state: ActionState): 'actions/not-published' | 'actions/paused' | 'actions/ended' | null {
  return refusalOf('text', state);
}

/** Why a script must not be changed: it is a first text of an action that has come out. Null when it may be. */
export function whyScriptIsFixed(reader: Reader, scriptId: number): 'actions/not-draft' | null {
  return opensPublished(reader, scriptId) ? 'actions/not-draft' : null;
}
