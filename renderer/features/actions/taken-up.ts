import type { Output } from '../../../shared/contract/index.ts';
import { longestName } from '../../../shared/contract/limits.ts';
import { blankScript, type Draft, type DraftScript } from './draft.ts';
import { automaticName } from './script-names.ts';

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
    formKey: `action-${actionId}`,
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
  return { ...copyOfDraft(draftOf(read), name, keyOf), listId: null };
}

/** A new action with all that the draft says. */
export function copyOfDraft({ listId, initial, responses }: Draft, name: string, keyOf: () => string): Draft {
  const copied = (scripts: readonly DraftScript[]): DraftScript[] =>
    scripts.map((script) => ({ ...script, key: keyOf(), kept: null }));
  return {
    formKey: keyOf(),
    name: name.slice(0, longestName),
    listId,
    initial: copied(initial),
    responses: copied(responses),
    kept: null,
  };
}
