import { type AdviceCode, adviseOn } from '../script-editor/advice.ts';
import type { PersonName } from '../script-editor/names-in-text.ts';
import { type DraftScript, isBlank } from './draft.ts';

/** One thing to be said of first texts, and of which of them. */
export interface FirstTextNote {
  readonly code: AdviceCode;
  /** Who is named there; empty where it is about nobody. */
  readonly name: string;
  /** The keys of the texts. */
  readonly keys: readonly string[];
}

/** What can still be mended in first texts that are about to be fixed: each thing once, with all the texts it is true of. */
export function noteFirstTexts(
  initial: readonly DraftScript[],
  about: { readonly people: readonly PersonName[]; readonly campaignName: string },
): readonly FirstTextNote[] {
  const notes = new Map<string, FirstTextNote>();
  for (const { key, body } of initial.filter((script) => !isBlank(script))) {
    // How long they are is told among the facts, for all contacts together.
    for (const { code, name = '' } of adviseOn({ ...about, body, isInitial: true, segments: 0, isTooLong: false })) {
      const told = `${code} ${name}`;
      notes.set(told, { code, name, keys: [...(notes.get(told)?.keys ?? []), key] });
    }
  }
  return [...notes.values()];
}
