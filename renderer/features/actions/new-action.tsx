import { useEffect, useState } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { ComeBackNotice } from './come-back-notice.tsx';
import { isUntouched, newDraft } from './draft.ts';
import { DraftForm } from './draft-form.tsx';
import { draftChanged, draftOpened } from './drafts-slice.ts';

/** The form for an action that is not there yet, or what was written in it before. */
export function NewAction() {
  const dispatch = useAppDispatch();
  const draft = useAppSelector(({ drafts }) => drafts.open['new']);
  /** The draft that this visit has begun, or brought along: nobody has to be told what it is. */
  const [begunHere, setBegunHere] = useState('');
  useEffect(() => {
    if (draft === undefined) {
      dispatch(draftOpened({ draftKey: 'new', change: newDraft(mintIntentId()) }));
    } else if (draft.shownAt === undefined) {
      dispatch(draftChanged({ draftKey: 'new', change: { shownAt: Date.now() } }));
      setBegunHere(draft.formKey);
    }
  }, [draft, dispatch]);
  if (draft === undefined) return null;
  const isBack =
    draft.shownAt !== undefined && draft.formKey !== begunHere && draft.kept === null && !isUntouched(draft);
  return <DraftForm draftKey="new" draft={draft} notice={<ComeBackNotice draft={draft} isBack={isBack} />} />;
}
