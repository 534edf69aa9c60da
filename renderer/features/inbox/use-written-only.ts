import { useOwnWords } from '../../app/use-own-words.ts';
import { useWords } from '../../words/index.ts';
import { type DraftOf, type ResponseScript, scriptOf } from './use-draft.ts';

/** What holds of a composer where the campaign wants written scripts only. */
interface WrittenOnly {
  /** Why nothing can be typed, and what can be done. */
  readonly why: string;
  /** What stands in the field is a script, word for word. */
  readonly isScript: boolean;
}

/** Null for whoever writes what they like, and until it is known: the engine judges each answer. */
export function useWrittenOnly(
  { draft, hasLostScript }: DraftOf,
  responses: readonly ResponseScript[],
): WrittenOnly | null {
  const { t } = useWords();
  if (useOwnWords() !== false) return null;
  const isScript = draft !== undefined && scriptOf(draft, responses) !== undefined;
  const hasOwn = draft !== undefined && draft.text.trim() !== '' && !isScript;
  const rule = t(responses.length === 0 ? 'inbox.nothingWritten' : 'inbox.writtenOnly');
  const kept = t(hasLostScript ? 'inbox.scriptGone' : 'inbox.ownWordsKept');
  return { why: hasOwn ? `${kept} ${rule}` : rule, isScript };
}
