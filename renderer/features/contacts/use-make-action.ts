import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { newDraft } from '../actions/draft.ts';
import { draftOpened } from '../actions/drafts-slice.ts';

/** Goes to the form of a new action with this list chosen. What was written there before stays. */
export function useMakeAction(listId: number): () => void {
  const dispatch = useAppDispatch();
  const begun = useAppSelector(({ drafts }) => drafts.open['new']);
  return () => {
    const draft = begun ?? newDraft(mintIntentId());
    dispatch(draftOpened({ draftKey: 'new', change: { ...draft, listId } }));
    dispatch(wentTo({ screen: 'actions', isNew: true }));
  };
}
