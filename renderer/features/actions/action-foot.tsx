import type { Output } from '../../../shared/contract/index.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { alsoCalled } from '../../words/also-called.ts';
import { useWords } from '../../words/index.ts';
import styles from './action-page.module.css';
import { copyOf } from './taken-up.ts';
import { useBeginNew } from './use-begin-new.tsx';

interface ActionFootProps {
  readonly read: Output<'actions/read'>;
  readonly onEnd: () => void;
}

/** What is done with an action once: making another one of it, and ending it. */
export function ActionFoot({ read, onEnd }: ActionFootProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { name, state } = read.action;
  const { beginNew, question } = useBeginNew();
  const isOut = state === 'published' || state === 'paused';
  const copy = useVerb({
    id: 'copy-action',
    label: t('actions.copy'),
    keys: 'c',
    run: () =>
      beginNew(copyOf(read, t('actions.copyName', { name }), mintIntentId), () =>
        dispatch(wentTo({ screen: 'actions', isNew: true })),
      ),
  });
  // It only asks: what ends the action has a key of its own in the dialog.
  const end = useVerb({
    id: 'end-action',
    label: t('actions.end'),
    keys: 'e',
    alsoCalled: alsoCalled('endAction'),
    isDisabled: !isOut,
    run: onEnd,
  });
  return (
    <div className={styles.foot}>
      <VerbButton verb={copy} variant="default" />
      {isOut && <VerbButton verb={end} variant="subtle" />}
      {question}
    </div>
  );
}
