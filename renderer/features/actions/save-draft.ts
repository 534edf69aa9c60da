import type { Given, Output } from '../../../shared/contract/index.ts';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { maxBodyLength } from '../../../shared/domain/segments.ts';
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Draft, DraftScript } from './draft.ts';
import type { DraftKey, Saved } from './drafts-slice.ts';
import { isActionSaved, keptIds, unsavedScripts } from './unsaved.ts';

type Without<Input> = Omit<Input, 'intentId'>;

/** The calls that saving makes. Each mints its intent, and keeps it for every repetition of the same. */
export interface SaveCalls {
  createScript(input: Without<Given<'scripts/create'>>): Promise<Result<Output<'scripts/create'>, AppError>>;
  changeScript(input: Without<Given<'scripts/change'>>): Promise<Result<unknown, AppError>>;
  createAction(input: Without<Given<'actions/create'>>): Promise<Result<Output<'actions/create'>, AppError>>;
  changeAction(input: Without<Given<'actions/change'>>): Promise<Result<unknown, AppError>>;
}

/** What could not be saved: by the key of its text, or under `action`. */
export type Faults = Readonly<Record<string, AppError>>;

export interface SaveOutcome {
  readonly saved: Saved;
  readonly faults: Faults;
}

/**
 * Brings a draft into the store: its texts, and the action with all of them that are kept, which waits only for texts
 * that have no id yet. All that can be asked at once is, because the page may be about to go. A text that is refused
 * keeps none of the others back: what can be saved is saved. The draft has a name and a list.
 */
export async function saveDraft(draftKey: DraftKey, draft: Draft, calls: SaveCalls): Promise<SaveOutcome> {
  const scripts: Record<string, NonNullable<DraftScript['kept']>> = {};
  const faults: Record<string, AppError> = {};
  const unsaved = (['initial', 'responses'] as const).flatMap((part) => unsavedScripts(draft, part));
  const textsSaved = Promise.all(
    unsaved.map(async ({ script, name }) => {
      const outcome = await saveScript(script, name, calls);
      if (outcome.ok) scripts[script.key] = { scriptId: outcome.value, name, body: script.body };
      else faults[script.key] = outcome.error;
    }),
  );
  if (unsaved.some(({ script }) => script.kept === null)) await textsSaved;
  const withId = (script: DraftScript): DraftScript => ({ ...script, kept: scripts[script.key] ?? script.kept });
  const withIds: Draft = {
    ...draft,
    initial: draft.initial.map(withId),
    responses: draft.responses.map(withId),
  };
  const [action] = await Promise.all([saveAction(withIds, calls), textsSaved]);
  if (!action.ok) faults['action'] = action.error;
  return { saved: { draftKey, formKey: draft.formKey, scripts, kept: action.ok ? action.value : null }, faults };
}

async function saveScript(script: DraftScript, name: string, calls: SaveCalls): Promise<Result<number, AppError>> {
  const { body, kept } = script;
  if (body.length > longestWritten) {
    return err(appError('outbox/too-long', { length: body.length, longest: maxBodyLength }));
  }
  if (kept === null) {
    const created = await calls.createScript({ name, body });
    return created.ok ? ok(created.value.scriptId) : err(created.error);
  }
  const changed = await calls.changeScript({ scriptId: kept.scriptId, name, body });
  return changed.ok ? ok(kept.scriptId) : err(changed.error);
}

async function saveAction(draft: Draft, calls: SaveCalls): Promise<Result<Draft['kept'], AppError>> {
  const { listId, kept } = draft;
  if (listId === null) throw new Error('a draft without a list is saved');
  if (isActionSaved(draft)) return ok(kept);
  const input = {
    name: draft.name.trim(),
    listId,
    initialScriptIds: [...keptIds(draft, 'initial')],
    responseScriptIds: [...keptIds(draft, 'responses')],
  };
  if (kept !== null) {
    const changed = await calls.changeAction({ actionId: kept.actionId, ...input });
    return changed.ok ? ok({ actionId: kept.actionId, ...input }) : err(changed.error);
  }
  const created = await calls.createAction(input);
  return created.ok ? ok({ actionId: created.value.actionId, ...input }) : err(created.error);
}
