import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import type { ReadConversation } from './api.ts';
import { type Draft, drafted } from './inbox-slice.ts';

export type ResponseScript = ReadConversation['responses'][number];

export interface DraftOf {
  readonly draft: Draft | undefined;
  readonly write: (text: string) => void;
  /** The script that the words began as is not among those of the action any more. */
  readonly hasLostScript: boolean;
  readonly choose: (script: ResponseScript) => void;
  /** Takes back what a script took the place of. */
  readonly putBack: () => void;
}

/** The response script that a draft is, word for word. */
export function scriptOf(draft: Draft, responses: readonly ResponseScript[]): ResponseScript | undefined {
  return responses.find(({ scriptId, text }) => scriptId === draft.scriptId && text === draft.text);
}

/** What is written in one conversation. Undefined until something was: an empty draft is one that somebody emptied. */
export function useDraft(key: string, responses: readonly ResponseScript[]): DraftOf {
  const dispatch = useAppDispatch();
  const draft = useAppSelector(({ inbox }) => inbox.drafts[key]);
  // A script that nobody changed is no loss; own words are.
  const isOwn = draft !== undefined && draft.text.trim() !== '' && scriptOf(draft, responses) === undefined;
  const own = isOwn ? draft.text : null;
  const begunAs = draft?.scriptId ?? null;
  const hasLostScript =
    draft !== undefined && begunAs !== null && !responses.some(({ scriptId }) => scriptId === begunAs);
  const put = (words: Pick<Draft, 'text' | 'scriptId' | 'replaced'>): void =>
    void dispatch(drafted({ key, draft: { ...words, writtenAt: Date.now(), intentId: mintIntentId() } }));
  return {
    draft,
    hasLostScript: hasLostScript && draft.text.trim() !== '',
    write: (text) => {
      // The field's own undo gives back what a script took the place of, or takes it away again.
      const isBack = text === draft?.replaced;
      const script = responses.find((one) => one.text === text);
      const scriptId = script?.scriptId ?? (text === '' || isBack || hasLostScript ? null : begunAs);
      put({ text, scriptId, replaced: isBack ? null : (draft?.replaced ?? null) });
    },
    choose: ({ scriptId, text }) => put({ text, scriptId, replaced: own ?? draft?.replaced ?? null }),
    // Words that were added since are not lost for it.
    putBack: () => put({ text: draft?.replaced ?? '', scriptId: null, replaced: own }),
  };
}
