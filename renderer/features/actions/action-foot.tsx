import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './action-page.module.css';
import { isUntouched } from './draft.ts';
import { draftOpened } from './drafts-slice.ts';
import { ReplaceDialog } from './replace-dialog.tsx';
import { copyOf } from './taken-up.ts';
import { isSaved } from './unsaved.ts';

interface ActionFootProps {
  readonly read: Output<'actions/read'>;
  readonly onEnd: () => void;
}

/** What is done with an action once: making another one of it, and ending it. */
export function ActionFoot({ read, onEnd }: ActionFootProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { name, state } = read.action;
  const begun = useAppSelector(({ drafts }) => drafts.open['new']);
  const [isAsking, setIsAsking] = useState(false);
  const isOut = state === 'published' || state === 'paused';
  const copy = useVerb({
    id: 'copy-action',
    label: t('actions.copy'),
    keys: 'c',
    run: () => {
      // There is one form for a new action, and what only it has would be lost.
      if (begun === undefined || isUntouched(begun) || isSaved(begun)) beginCopy();
      else setIsAsking(true);
    },
  });
  function beginCopy(): void {
    const draft = copyOf(read, t('actions.copyName', { name }), mintIntentId);
    dispatch(draftOpened({ draftKey: 'new', change: draft }));
    dispatch(wentTo({ screen: 'actions', isNew: true }));
  }
  const end = useVerb({ id: 'end-action', label: t('actions.end'), isDisabled: !isOut, run: onEnd });
  return (
    <div className={styles.foot}>
      <VerbButton verb={copy} variant="default" />
      {isOut && <VerbButton verb={end} variant="subtle" />}
      {isAsking && <ReplaceDialog onKeep={() => setIsAsking(false)} onReplace={beginCopy} />}
    </div>
  );
}
