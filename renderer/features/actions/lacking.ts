import { parseScript, variablesIn } from '../../../shared/domain/script.ts';
import { mayBeLeftOut } from '../../../shared/domain/script-render.ts';
import { isPerContact } from '../../../shared/domain/script-variables.ts';
import type { Draft, DraftScript } from './draft.ts';

/** The variables of a text whose places are holes for contacts who have no value. None while it cannot be read. */
export function variablesToHave(body: string): readonly string[] {
  const script = parseScript(body);
  if (!script.ok) return [];
  return [...variablesIn(script.value)].filter((name) => isPerContact(name) && !mayBeLeftOut(name));
}

/** The same of all texts of a draft: each variable once, with the keys of the texts that have it. */
export function textsToHave({
  initial,
  responses,
}: Pick<Draft, 'initial' | 'responses'>): ReadonlyMap<string, string[]> {
  const keysOf = new Map<string, string[]>();
  const note = ({ key, body }: DraftScript): void => {
    for (const variable of variablesToHave(body)) keysOf.set(variable, [...(keysOf.get(variable) ?? []), key]);
  };
  for (const script of [...initial, ...responses]) note(script);
  return keysOf;
}
