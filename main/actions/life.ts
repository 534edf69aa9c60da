import type { EngineEvent } from '../../shared/contract/index.ts';
import type { JournalKind } from '../../shared/domain/journal.ts';
import type { ScriptErrorCode } from '../../shared/domain/script-problem.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import { findReadyList, pageOfMembers } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import { listUsableNumbers } from '../numbers/index.ts';
import { judgeBody, knownNames } from '../scripts/index.ts';
import type { Tx } from '../store/index.ts';
import { listScripts } from './action.ts';
import { type ActionRow, findActionRow, moveAction, noteEnded, notePublished } from './queries.ts';
import { type Refusals, refusalOf, type Step } from './rules.ts';

export interface ActionsParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
  /** Starts the job that lays the contacts out, in the transaction that publishes; gives the job's id. */
  readonly startPublishing: (tx: Tx, what: { readonly actionId: number; readonly userId: number }) => number;
  /** The action ends, in this transaction: what has not left is withdrawn. */
  readonly onActionClosed: (tx: Tx, actionId: number) => void;
  /** The action has been published, paused or resumed. Runs after the commit. */
  readonly onActionMoved: (actionId: number) => void;
}

/** A step that a person takes. */
interface Act {
  readonly actionId: number;
  readonly userId: number;
}

type NotFound = 'actions/not-found';
type Unready = 'actions/no-initial-script' | 'scripts/empty' | ScriptErrorCode | 'actions/empty-list' | 'numbers/none';
type Outcome<Value, Code extends AppError['code']> = Result<Value, AppError<Code | NotFound>>;

export interface Actions {
  /** Begins to lay the contacts out, as a job, when people could text then. */
  publish(tx: Tx, act: Act): Outcome<{ readonly jobId: number }, 'actions/not-draft' | Unready>;
  pause(tx: Tx, act: Act): Outcome<Record<never, never>, 'actions/not-published' | 'actions/ended'>;
  resume(tx: Tx, act: Act): Outcome<Record<never, never>, 'actions/not-paused' | 'actions/ended'>;
  end(tx: Tx, act: Act): Outcome<Record<never, never>, 'actions/not-published' | 'actions/ended'>;
  /** The contacts are laid out: people may text. Journals how many there are, under the person who published. */
  markPublished(tx: Tx, what: Act & { readonly contactCount: number }): void;
  /** Nothing is left of what was laid out, so the action is a draft again. Leaves any that is not being published. */
  putBackToDraft(tx: Tx, actionId: number): void;
  /** Publishes on with a draft that an engine's end had put back in the middle of its job. Leaves any other. */
  takeUpPublishing(tx: Tx, actionId: number): void;
}

export function createActions(parts: ActionsParts): Actions {
  const { journal, clock, announce, startPublishing, onActionClosed, onActionMoved } = parts;

  function announceChange(tx: Tx, actionId: number): void {
    tx.afterCommit(() => announce({ event: 'changed', room: 'actions', ids: [actionId] }));
  }

  function find<Wanted extends Step>(tx: Tx, actionId: number, wanted: Wanted): Outcome<ActionRow, Refusals[Wanted]> {
    const action = findActionRow(tx, actionId);
    if (action === undefined) return err(appError('actions/not-found'));
    const refusal = refusalOf(wanted, action.state);
    return refusal === null ? ok(action) : err(appError(refusal));
  }

  function note(tx: Tx, { actionId, userId }: Act, kind: PlainKind): void {
    journal.record(tx, { kind, userId, entityId: actionId, payload: {} });
    announceChange(tx, actionId);
  }

  return {
    publish: (tx, act) => {
      const found = find(tx, act.actionId, 'publish');
      if (!found.ok) return found;
      const lacking = whatIsLacking(tx, found.value);
      if (lacking !== null) return err(lacking);
      moveAction(tx, { actionId: act.actionId, from: 'draft', to: 'publishing' });
      note(tx, act, 'actions/publishing');
      return ok({ jobId: startPublishing(tx, act) });
    },

    pause: (tx, act) => {
      const found = find(tx, act.actionId, 'pause');
      if (!found.ok) return found;
      if (!moveAction(tx, { actionId: act.actionId, from: 'published', to: 'paused' })) return ok({});
      note(tx, act, 'actions/paused');
      tx.afterCommit(() => onActionMoved(act.actionId));
      return ok({});
    },

    resume: (tx, act) => {
      const found = find(tx, act.actionId, 'resume');
      if (!found.ok) return found;
      moveAction(tx, { actionId: act.actionId, from: 'paused', to: 'published' });
      note(tx, act, 'actions/resumed');
      tx.afterCommit(() => onActionMoved(act.actionId));
      return ok({});
    },

    end: (tx, act) => {
      const found = find(tx, act.actionId, 'end');
      if (!found.ok) return found;
      moveAction(tx, { actionId: act.actionId, from: found.value.state, to: 'ended' });
      noteEnded(tx, act.actionId, clock.nowMs());
      note(tx, act, 'actions/ended');
      onActionClosed(tx, act.actionId);
      return ok({});
    },

    markPublished: (tx, { actionId, userId, contactCount }) => {
      if (!moveAction(tx, { actionId, from: 'publishing', to: 'published' }))
        throw new Error('an action came out that was not being published');
      notePublished(tx, actionId, clock.nowMs());
      journal.record(tx, { kind: 'actions/published', userId, entityId: actionId, payload: { contactCount } });
      announceChange(tx, actionId);
      tx.afterCommit(() => onActionMoved(actionId));
    },

    putBackToDraft: (tx, actionId) => {
      if (moveAction(tx, { actionId, from: 'publishing', to: 'draft' })) announceChange(tx, actionId);
    },

    takeUpPublishing: (tx, actionId) => {
      if (moveAction(tx, { actionId, from: 'draft', to: 'publishing' })) announceChange(tx, actionId);
    },
  };
}

/** Journal kinds of steps that need no payload. */
type PlainKind = Extract<JournalKind, `actions/${'publishing' | 'paused' | 'resumed' | 'ended'}`>;

/** What a draft needs before anybody could text with it. */
function whatIsLacking(tx: Tx, action: ActionRow): AppError<Unready> | null {
  const initial = listScripts(tx, action.id, 'initial');
  if (initial.length === 0) return appError('actions/no-initial-script');
  const known = knownNames(tx);
  for (const { body } of [...initial, ...listScripts(tx, action.id, 'response')]) {
    const judged = judgeBody(body, known);
    if (!judged.ok) return judged.error;
  }
  const list = findReadyList(tx, action.list_id);
  if (list === undefined || pageOfMembers(tx, list.listId, 0, 1).length === 0) return appError('actions/empty-list');
  return listUsableNumbers(tx, null).length === 0 ? appError('numbers/none') : null;
}
