import { type ReactNode, useState } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { type Draft, isUntouched } from './draft.ts';
import { draftOpened } from './drafts-slice.ts';
import { ReplaceDialog } from './replace-dialog.tsx';
import { isSaved } from './unsaved.ts';

interface BeginNew {
  /** Puts the draft on the form of a new action, and then goes on; asks first when that form has words that only it has. */
  readonly beginNew: (draft: Draft, onBegun: () => void) => void;
  /** The question, while it is asked. */
  readonly question: ReactNode;
}

/** There is one form for a new action, and what was begun there would be lost. */
export function useBeginNew(): BeginNew {
  const dispatch = useAppDispatch();
  const begun = useAppSelector(({ drafts }) => drafts.open['new']);
  const [asked, setAsked] = useState<(() => void) | null>(null);
  return {
    beginNew: (draft, onBegun) => {
      const begin = (): void => {
        dispatch(draftOpened({ draftKey: 'new', change: draft }));
        onBegun();
      };
      if (begun === undefined || isUntouched(begun) || isSaved(begun)) begin();
      else setAsked(() => begin);
    },
    question: asked !== null && <ReplaceDialog onKeep={() => setAsked(null)} onReplace={asked} />,
  };
}
