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

/** What is written in one conversation. Undefined until something was: an empty draft is one that somebody emptied. */
export function useDraft(key: string): DraftOf {
  const dispatch = useAppDispatch();
  const draft = useAppSelector(({ inbox }) => inbox.drafts[key]);
  const put = (words: Omit<Draft, 'intentId'>): void =>
    void dispatch(drafted({ key, draft: { ...words, intentId: mintIntentId() } }));
  return {
    draft,
    write: (text) =>
      put({ text, scriptId: text === '' ? null : (draft?.scriptId ?? null), replaced: draft?.replaced ?? null }),
    choose: ({ scriptId, text }) => {
      // A script that nobody changed is no loss; own words are.
      const isOwn = draft !== undefined && draft.scriptId === null && draft.text.trim() !== '';
      put({ text, scriptId, replaced: isOwn ? draft.text : (draft?.replaced ?? null) });
    },
    putBack: () => put({ text: draft?.replaced ?? '', scriptId: null, replaced: null }),
  };
}
