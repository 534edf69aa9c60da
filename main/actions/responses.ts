import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { mostScripts } from '../../shared/contract/limits.ts';
import type { JournalPayloads } from '../../shared/domain/journal.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createScriptWriter, judgeBody, type ScriptWriterParts, type StoredScript } from '../scripts/index.ts';
import type { Tx } from '../store/index.ts';
import { listScripts } from './action.ts';
import { findActionRow, isUsedElsewhere, replaceScripts } from './queries.ts';
import { type Refusals, refusalOf } from './rules.ts';

type Calls = 'actions/add-response' | 'actions/change-response' | 'actions/remove-response';
type Kind = 'actions/response-added' | 'actions/response-changed' | 'actions/response-removed';

/**
 * What texters answer with while an action is out. Nothing that was sent is touched: a text keeps its words and the id of
 * its script, and a script stays in the store when no action offers it any more.
 */
export function responseHandlers(parts: ScriptWriterParts): Pick<Handlers<CallsOf<'actions'>, Tx>, Calls> {
  const { journal, announce } = parts;
  const writer = createScriptWriter(parts, judgeBody);

  function note<Noted extends Kind>(
    tx: Tx,
    kind: Noted,
    { actionId, userId, payload }: { actionId: number; userId: number; payload: JournalPayloads[Noted] },
  ): void {
    journal.record(tx, { kind, userId, entityId: actionId, payload });
    tx.afterCommit(() => announce({ event: 'changed', room: 'actions', ids: [actionId] }));
  }

  return {
    'actions/add-response': ({ tx, actor: { userId } }, { actionId, name, body }) => {
      const responses = responsesOf(tx, actionId);
      if (!responses.ok) return responses;
      if (responses.value.length >= mostScripts)
        return err(appError('actions/too-many-responses', { most: mostScripts }));
      const written = writer.write(tx, { name, body, userId });
      if (!written.ok) return written;
      const scriptId = written.value;
      replaceScripts(tx, actionId, 'response', [...idsOf(responses.value), scriptId]);
      note(tx, 'actions/response-added', { actionId, userId, payload: { scriptId } });
      return ok({ scriptId });
    },

    'actions/change-response': ({ tx, actor: { userId } }, { actionId, scriptId: was, name, body }) => {
      const responses = responsesOf(tx, actionId);
      if (!responses.ok) return responses;
      const before = responses.value.find(({ scriptId }) => scriptId === was);
      if (before === undefined) return err(appError('actions/response-gone'));
      if (isUsedElsewhere(tx, actionId, was)) {
        const written = writer.write(tx, { name, body, userId });
        if (!written.ok) return written;
        const scriptId = written.value;
        const scriptIds = idsOf(responses.value).map((each) => (each === was ? scriptId : each));
        replaceScripts(tx, actionId, 'response', scriptIds);
        note(tx, 'actions/response-changed', { actionId, userId, payload: { scriptId, was } });
        return ok({ scriptId });
      }
      const changed = writer.change(tx, before, { name, body, userId });
      if (!changed.ok) return changed;
      if (changed.value) note(tx, 'actions/response-changed', { actionId, userId, payload: { scriptId: was, was } });
      return ok({ scriptId: was });
    },

    'actions/remove-response': ({ tx, actor: { userId } }, { actionId, scriptId }) => {
      const responses = responsesOf(tx, actionId);
      if (!responses.ok) return responses;
      const others = idsOf(responses.value).filter((each) => each !== scriptId);
      if (others.length === responses.value.length) return ok({});
      replaceScripts(tx, actionId, 'response', others);
      note(tx, 'actions/response-removed', { actionId, userId, payload: { scriptId } });
      return ok({});
    },
  };
}

type Refusal = AppError<'actions/not-found' | Refusals['change-responses']>;

/** An action's response scripts, when they may be changed. */
function responsesOf(tx: Tx, actionId: number): Result<readonly StoredScript[], Refusal> {
  const action = findActionRow(tx, actionId);
  if (action === undefined) return err(appError('actions/not-found'));
  const refusal = refusalOf('change-responses', action.state);
  return refusal === null ? ok(listScripts(tx, actionId, 'response')) : err(appError(refusal));
}

function idsOf(scripts: readonly StoredScript[]): readonly number[] {
  return scripts.map(({ scriptId }) => scriptId);
}
