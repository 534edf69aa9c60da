import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import type { ReadConversation } from './api.ts';
import { type Draft, drafted } from './inbox-slice.ts';

export type ResponseScript = ReadConversation['responses'][number];

export interface DraftOf {
  readonly draft: Draft | undefined;
  readonly write: (text: string) => void;
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
  const put = (words: Omit<Draft, 'intentId'>): void =>
    void dispatch(drafted({ key, draft: { ...words, intentId: mintIntentId() } }));
  return {
    draft,
    write: (text) =>
      put({ text, scriptId: text === '' ? null : (draft?.scriptId ?? null), replaced: draft?.replaced ?? null }),
    choose: ({ scriptId, text }) => put({ text, scriptId, replaced: own ?? draft?.replaced ?? null }),
    // Words that were added since are not lost for it.
    putBack: () => put({ text: draft?.replaced ?? '', scriptId: null, replaced: own }),
  };
}
