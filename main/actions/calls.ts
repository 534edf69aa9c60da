import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { readSettings } from '../campaign/index.ts';
import { countLacking, countReach, findReadyList } from '../contacts/index.ts';
import { findScript } from '../scripts/index.ts';
import type { Reader, Store, Tx } from '../store/index.ts';
import { listScripts } from './action.ts';
import { whereKept } from './lacking.ts';
import type { Actions, ActionsParts } from './life.ts';
import {
  type ActionRow,
  findActionRow,
  insertDraft,
  listActions,
  listOpenActions,
  replaceScripts,
  updateDraft,
} from './queries.ts';
import { responseHandlers } from './responses.ts';
import { hasTwice, isPublished, refusalOf } from './rules.ts';

interface Draft {
  readonly name: string;
  readonly listId: number;
  readonly initialScriptIds: readonly number[];
  readonly responseScriptIds: readonly number[];
}

type Parts = Pick<ActionsParts, 'journal' | 'clock' | 'announce'> & { readonly store: Store };

export function actionsHandlers(actions: Actions, parts: Parts): Handlers<CallsOf<'actions'>, Tx> {
  const { store, journal, clock, announce } = parts;

  function fill(tx: Tx, actionId: number, { initialScriptIds, responseScriptIds }: Draft): void {
    replaceScripts(tx, actionId, 'initial', initialScriptIds);
    replaceScripts(tx, actionId, 'response', responseScriptIds);
    tx.afterCommit(() => announce({ event: 'changed', room: 'actions', ids: [actionId] }));
  }

  return {
    ...responseHandlers(parts),

    'actions/list': ({ actor }, { before, limit }) => {
      const list = actor.role === 'texter' ? listOpenActions : listActions;
      return store.look((reader) => {
        const rows = list(reader, before, limit + 1);
        const page = rows.slice(0, limit);
        const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
        return ok({ actions: page.map((row) => actionView(reader, row)), next });
      });
    },

    'actions/read': ({ actor }, { actionId }) =>
      store.look((reader) => {
        const row = findActionRow(reader, actionId);
        const isHidden = actor.role === 'texter' && row !== undefined && !isPublished(row.state);
        if (row === undefined || isHidden) return err(appError('actions/not-found'));
        return ok({
          action: actionView(reader, row),
          initialScripts: listScripts(reader, actionId, 'initial'),
          responseScripts: listScripts(reader, actionId, 'response'),
        });
      }),

    'actions/read-reach': async (_context, { actionId }) => {
      const row = store.look((reader) => findActionRow(reader, actionId));
      if (row === undefined) return err(appError('actions/not-found'));
      const { lockMinutes } = store.look(readSettings);
      // The rule itself is the outbox's (`rules/safeguards.ts`), which judges each text when it is sent.
      const lockedAfterAt = lockMinutes === 0 ? null : clock.nowMs() - lockMinutes * 60_000;
      const reach = await store.read(countReach, { listId: row.list_id, lockedAfterAt });
      return ok({ ...reach, lockMinutes });
    },

    'actions/read-lacking': async (_context, { listId, variable }) => {
      if (store.look((reader) => findReadyList(reader, listId)) === undefined)
        return err(appError('contacts/unknown-list'));
      const what = store.look((reader) => whereKept(reader, variable));
      if (what === 'leftOut') return ok({ contacts: 0, lacking: 0, contactId: null });
      return ok(await store.read(countLacking, { listId, what }));
    },

    'actions/create': ({ tx, actor }, draft) => {
      const fault = faultOf(tx, draft);
      if (fault !== null) return err(fault);
      const { name, listId } = draft;
      const { userId } = actor;
      const actionId = insertDraft(tx, { name, listId, userId, at: clock.nowMs() });
      fill(tx, actionId, draft);
      journal.record(tx, { kind: 'actions/created', userId, entityId: actionId, payload: { listId } });
      return ok({ actionId });
    },

    'actions/change': ({ tx, actor }, { actionId, ...draft }) => {
      const row = findActionRow(tx, actionId);
      if (row === undefined) return err(appError('actions/not-found'));
      const refusal = refusalOf('change', row.state);
      if (refusal !== null) return err(appError(refusal));
      const fault = faultOf(tx, draft);
      if (fault !== null) return err(fault);
      const { name, listId } = draft;
      updateDraft(tx, { actionId, name, listId });
      fill(tx, actionId, draft);
      journal.record(tx, { kind: 'actions/changed', userId: actor.userId, entityId: actionId, payload: { listId } });
      return ok({});
    },

    'actions/publish': ({ tx, actor: { userId } }, { actionId }) => actions.publish(tx, { actionId, userId }),
    'actions/pause': ({ tx, actor: { userId } }, { actionId }) => actions.pause(tx, { actionId, userId }),
    'actions/resume': ({ tx, actor: { userId } }, { actionId }) => actions.resume(tx, { actionId, userId }),
    'actions/end': ({ tx, actor: { userId } }, { actionId }) => actions.end(tx, { actionId, userId }),
  };
}

function faultOf(
  reader: Reader,
  { listId, initialScriptIds, responseScriptIds }: Draft,
): AppError<'contacts/unknown-list' | 'scripts/not-found' | 'actions/script-twice'> | null {
  if (findReadyList(reader, listId) === undefined) return appError('contacts/unknown-list');
  // The same script may well open a conversation and answer in one.
  if (hasTwice(initialScriptIds) || hasTwice(responseScriptIds)) return appError('actions/script-twice');
  const isUnknown = (scriptId: number): boolean => findScript(reader, scriptId) === undefined;
  return [...initialScriptIds, ...responseScriptIds].some(isUnknown) ? appError('scripts/not-found') : null;
}

function actionView(reader: Reader, row: ActionRow) {
  return {
    actionId: row.id,
    name: row.name,
    state: row.state,
    listId: row.list_id,
    // A list that an action uses stays, so only one that is broken has no name.
    listName: findReadyList(reader, row.list_id)?.name ?? '',
    createdAt: row.created_at,
    publishedAt: row.published_at,
    endedAt: row.ended_at,
  };
}
