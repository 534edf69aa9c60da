import { useState } from 'react';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { Draft } from './draft.ts';
import { textsOf } from './draft-texts.ts';
import { type DraftKey, draftOpened } from './drafts-slice.ts';
import { rebased } from './newer-draft.ts';
import styles from './newer-notice.module.css';
import { ScriptText } from './script-text.tsx';
import { copyOfDraft } from './taken-up.ts';
import { useBeginNew } from './use-begin-new.tsx';

interface NewerNoticeProps {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
  readonly newer: Draft;
}

/** Somebody else has changed the draft since its author wrote in it: both versions are kept until one is chosen. */
export function NewerNotice({ draftKey, draft, newer }: NewerNoticeProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const [isShown, setIsShown] = useState(false);
  const { beginNew, question } = useBeginNew();
  const show = useVerb({
    id: 'show-newer-draft',
    label: t(isShown ? 'actions.newerHide' : 'actions.newerShow'),
    run: () => setIsShown((was) => !was),
  });
  const replace = useVerb({
    id: 'replace-newer-draft',
    label: t('actions.newerReplace'),
    run: () => void dispatch(draftOpened({ draftKey, change: rebased(draft, newer) })),
  });
  const copy = useVerb({
    id: 'copy-own-draft',
    label: t('actions.newerCopy'),
    run: () =>
      beginNew(copyOfDraft(draft, t('actions.copyName', { name: draft.name.trim() }), mintIntentId), () => {
        dispatch(draftOpened({ draftKey, change: newer }));
        dispatch(wentTo({ screen: 'actions', isNew: true }));
      }),
  });
  return (
    <div className={styles.notice}>
      <Problem>{t('actions.newer')}</Problem>
      {isShown && (
        <ul className={styles.texts} aria-label={newer.name}>
          {textsOf(newer, t).map(({ script, title }) => (
            <li key={script.key}>
              <h3 className={styles.title}>{title}</h3>
              <ScriptText body={script.body} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <VerbButton verb={show} variant="default" />
        <VerbButton verb={copy} variant="default" />
        <VerbButton verb={replace} variant="default" />
      </div>
      {question}
    </div>
  );
}
