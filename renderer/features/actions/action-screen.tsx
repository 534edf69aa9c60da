import { useEffect } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useReadActionQuery } from '../../bridge/rooms/actions.ts';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';
import { ActionPage } from './action-page.tsx';
import { DraftForm } from './draft-form.tsx';
import { draftOpened } from './drafts-slice.ts';
import { draftOf } from './taken-up.ts';

/** One action: the form while it is a draft, its page from then on. */
export function ActionScreen({ actionId }: { readonly actionId: number }) {
  const { t, tell } = useWords();
  const { data, error } = useReadActionQuery(actionId);
  if (data === undefined) {
    if (error === undefined) return null;
    return (
      <Screen title={t('actions.title')} width="text">
        <Problem>{tell(appErrorOf(error))}</Problem>
      </Screen>
    );
  }
  return data.action.state === 'draft' ? <OpenDraft read={data} /> : <ActionPage read={data} />;
}

function OpenDraft({ read }: { readonly read: Output<'actions/read'> }) {
  const dispatch = useAppDispatch();
  const { actionId } = read.action;
  const draft = useAppSelector(({ drafts }) => drafts.open[String(actionId)]);
  useEffect(() => {
    if (draft === undefined) dispatch(draftOpened({ draftKey: actionId, change: draftOf(read) }));
  }, [draft, dispatch, actionId, read]);
  return draft === undefined ? null : <DraftForm draftKey={actionId} draft={draft} />;
}
