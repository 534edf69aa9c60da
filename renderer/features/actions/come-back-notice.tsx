import { useAppDispatch } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './come-back-notice.module.css';
import { type Draft, isUntouched, newDraft } from './draft.ts';
import { draftOpened } from './drafts-slice.ts';

/** What was begun before and is here again, with the way to an empty form; after that the way back to what was begun. */
export function ComeBackNotice({ draft, isBack }: { readonly draft: Draft; readonly isBack: boolean }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const { shownAt, putAside } = draft;
  const isEmptied = putAside !== undefined;
  const isSeen = isEmptied || isBack;
  const startEmpty = useVerb({
    id: 'start-empty-action',
    label: t('actions.startEmpty'),
    isDisabled: !isSeen || isEmptied,
    isHidden: !isSeen || isEmptied,
    run: () =>
      void dispatch(draftOpened({ draftKey: 'new', change: { ...newDraft(mintIntentId()), putAside: draft } })),
  });
  const bringBack = useVerb({
    id: 'bring-back-action',
    label: t('actions.bringBack'),
    isDisabled: !isEmptied,
    isHidden: !isEmptied,
    run: () => {
      if (!isEmptied) return;
      const { putAside: _before, ...current } = draft;
      const change = isUntouched(draft) ? putAside : { ...putAside, putAside: current };
      dispatch(draftOpened({ draftKey: 'new', change }));
    },
  });
  if (!isSeen) return null;
  return (
    <div className={styles.notice} role="status">
      <span>
        {isEmptied
          ? t('actions.putAside')
          : shownAt === undefined
            ? t('actions.comeBack')
            : t('actions.comeBackFrom', { when: formats.when(shownAt) })}
      </span>
      <VerbButton verb={isEmptied ? bringBack : startEmpty} variant="default" size="compact-sm" />
    </div>
  );
}
