import type { KnownFields } from '../../../shared/domain/field-meant.ts';
import { type AdviceCode, adviseOn } from '../script-editor/advice.ts';
import type { PersonName } from '../script-editor/names-in-text.ts';
import { type Draft, type DraftScript, isBlank } from './draft.ts';

/** One thing to be said of texts, and of which of them. */
export interface TextNote {
  readonly code: AdviceCode;
  /** Who is named there, or what stands there; empty where it is about nobody. */
  readonly name: string;
  /** The keys of the texts. */
  readonly keys: readonly string[];
}

interface About {
  readonly people: readonly PersonName[];
  readonly campaignName: string;
  readonly fields: KnownFields;
}

/** What can still be mended in texts that are about to come out: each thing once, with all the texts it is true of. */
export function noteTexts({ initial, responses }: Pick<Draft, 'initial' | 'responses'>, about: About): TextNote[] {
  const notes = new Map<string, TextNote>();
  function note({ key, body }: DraftScript, isInitial: boolean): void {
    // How long they are is told among the facts, for all contacts together.
    for (const { code, name = '' } of adviseOn({ ...about, body, isInitial, segments: 0, isTooLong: false })) {
      const told = `${code} ${name}`;
      const keys = notes.get(told)?.keys ?? [];
      notes.set(told, { code, name, keys: keys.includes(key) ? keys : [...keys, key] });
    }
  }
  for (const script of initial) if (!isBlank(script)) note(script, true);
  for (const script of responses) if (!isBlank(script)) note(script, false);
  return [...notes.values()];
}
