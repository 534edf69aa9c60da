import { type Draft, type DraftScript, isBlank, type ScriptPart } from './draft.ts';
import { nameOfScript } from './script-names.ts';

/** The texts that the store does not have as they stand. Blank ones are not kept. */
export function unsavedScripts(draft: Draft, part: ScriptPart): readonly { script: DraftScript; name: string }[] {
  return draft[part].flatMap((script, index) => {
    if (isBlank(script)) return [];
    const name = nameOfScript(script, part, index, draft.name);
    return script.kept !== null && script.kept.body === script.body && script.kept.name === name
      ? []
      : [{ script, name }];
  });
}

/** The ids of its texts that the store has, in their order. */
export function keptIds(draft: Draft, part: ScriptPart): readonly number[] {
  return draft[part].flatMap((script) => (script.kept === null || isBlank(script) ? [] : [script.kept.scriptId]));
}

/** Whether the store has all of it as it stands. */
export function isSaved(draft: Draft): boolean {
  const { kept } = draft;
  if (kept === null) return false;
  if (unsavedScripts(draft, 'initial').length > 0 || unsavedScripts(draft, 'responses').length > 0) return false;
  return isActionSaved(draft);
}

/** The same, of the action alone. */
export function isActionSaved(draft: Draft): boolean {
  const { kept } = draft;
  return (
    kept !== null &&
    kept.name === draft.name.trim() &&
    kept.listId === draft.listId &&
    isSame(kept.initialScriptIds, keptIds(draft, 'initial')) &&
    isSame(kept.responseScriptIds, keptIds(draft, 'responses'))
  );
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
