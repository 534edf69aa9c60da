import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { newDraft } from './draft.ts';
import { DraftForm } from './draft-form.tsx';
import { draftOpened } from './drafts-slice.ts';

/** The form for an action that is not there yet, or what was written in it before. */
export function NewAction() {
  const dispatch = useAppDispatch();
  const draft = useAppSelector(({ drafts }) => drafts.open['new']);
  useEffect(() => {
    if (draft === undefined) dispatch(draftOpened({ draftKey: 'new', change: newDraft(mintIntentId()) }));
  }, [draft, dispatch]);
  return draft === undefined ? null : <DraftForm draftKey="new" draft={draft} />;
}
