import type { Output } from '../../../shared/contract/index.ts';
import { scanScript } from '../../../shared/domain/script-scan.ts';

/** A text of a draft, as it stands on the screen and as the store has it. */
export interface DraftScript {
  /** Tells texts of one form apart while they have no id. */
  readonly key: string;
  /** Empty for a first text that is called after its action. */
  readonly name: string;
  readonly body: string;
  readonly kept: { readonly scriptId: number; readonly name: string; readonly body: string } | null;
}

/** An action that is being prepared. `kept` is what the store has of it; null until it was saved once. */
export interface Draft {
  readonly name: string;
  readonly listId: number | null;
  readonly initial: readonly DraftScript[];
  readonly responses: readonly DraftScript[];
  readonly kept: KeptDraft | null;
}

export interface KeptDraft {
  readonly actionId: number;
  readonly name: string;
  readonly listId: number;
  readonly initialScriptIds: readonly number[];
  readonly responseScriptIds: readonly number[];
}

export type ScriptPart = 'initial' | 'responses';

export function blankScript(key: string): DraftScript {
  return { key, name: '', body: '', kept: null };
}

export function newDraft(key: string): Draft {
  return { name: '', listId: null, initial: [blankScript(key)], responses: [], kept: null };
}

/** A, B, C … by which the texts of an A/B test are called. */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** As long as the contract allows a name to be. */
export const longestName = 120;

/** What a text is called when nobody has named it: a first text after its action, a reply by its first words. */
export function nameOfScript(script: DraftScript, part: ScriptPart, index: number, actionName: string): string {
  const given = script.name.trim();
  if (given !== '') return given;
  if (part === 'responses') return firstWordsOf(script.body);
  return automaticName(actionName, index);
}

/** Variables say nothing in a name. A text of nothing else is called as it is written. */
function firstWordsOf(body: string): string {
  const words = scanScript(body).map(({ kind, source }) => (kind === 'text' ? source : ' '));
  const [name = ''] = [words.join(''), body].map(shortened).filter((text) => text !== '');
  return name;
}

/** As many whole words as stand in a row of a list. */
function shortened(text: string): string {
  const longest = 40;
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .trim();
  if (plain.length <= longest) return plain;
  return `${plain.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}

function automaticName(actionName: string, index: number): string {
  const suffix = ` (${letterOf(index)})`;
  return `${actionName.trim().slice(0, longestName - suffix.length)}${suffix}`;
}

/** A draft that the store has, taken up again. */
export function draftOf({ action, initialScripts, responseScripts }: Output<'actions/read'>): Draft {
  const scriptOf = (script: Output<'actions/read'>['initialScripts'][number], name: string): DraftScript => ({
    key: `script-${script.scriptId}`,
    name,
    body: script.body,
    kept: script,
  });
  const initial = initialScripts.map((script, index) =>
    scriptOf(script, script.name === automaticName(action.name, index) ? '' : script.name),
  );
  const { actionId, name, listId } = action;
  return {
    name,
    listId,
    initial: initial.length > 0 ? initial : [blankScript('first')],
    responses: responseScripts.map((script) => scriptOf(script, script.name)),
    kept: {
      actionId,
      name,
      listId,
      initialScriptIds: initialScripts.map(({ scriptId }) => scriptId),
      responseScriptIds: responseScripts.map(({ scriptId }) => scriptId),
    },
  };
}

/** An action with the same words. The list is chosen anew, so that nobody is texted again unawares. */
export function copyOf(read: Output<'actions/read'>, name: string, keyOf: () => string): Draft {
  const { initial, responses } = draftOf(read);
  const copied = (scripts: readonly DraftScript[]): DraftScript[] =>
    scripts.map((script) => ({ ...script, key: keyOf(), kept: null }));
  return {
    name: name.slice(0, longestName),
    listId: null,
    initial: copied(initial),
    responses: copied(responses),
    kept: null,
  };
}

export function isBlank({ body }: DraftScript): boolean {
  return body.trim() === '';
}

/** Nothing has been written in it. */
export function isUntouched(draft: Draft): boolean {
  const scripts = [...draft.initial, ...draft.responses];
  return draft.kept === null && draft.name.trim() === '' && draft.listId === null && scripts.every(isBlank);
}

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

/** What a draft has to have before the store takes it, or before it is published. The first thing comes first. */
export type Lack = 'name' | 'list' | 'text';

export function lacksForSaving({ name, listId }: Draft): readonly Lack[] {
  return [...(name.trim() === '' ? (['name'] as const) : []), ...(listId === null ? (['list'] as const) : [])];
}

export function lacksForPublishing(draft: Draft): readonly Lack[] {
  return [...lacksForSaving(draft), ...(draft.initial.every(isBlank) ? (['text'] as const) : [])];
}
