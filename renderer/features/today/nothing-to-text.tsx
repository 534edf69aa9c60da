import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Empty } from '../../ui/empty.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';

/** Stands where the actions are while none is open: admins make one, texters wait for one. */
export function NothingToText({ mayMake, draftCount }: { readonly mayMake: boolean; readonly draftCount: number }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const hasDrafts = draftCount > 0;
  const make = useVerb({
    id: 'today-make',
    label: hasDrafts ? t('today.showActions') : t('today.makeAction'),
    keys: 'Enter',
    isDisabled: !mayMake,
    isHidden: !mayMake,
    run: () => void dispatch(wentTo(hasDrafts ? { screen: 'actions' } : { screen: 'actions', isNew: true })),
  });
  const counted = { count: draftCount, number: formats.number(draftCount) };
  const adminText = hasDrafts ? t('today.drafts', counted) : t('today.nothingAdmin');
  return (
    <Empty title={t('today.nothingTitle')} text={mayMake ? adminText : t('today.nothingTexter')}>
      {mayMake ? <VerbButton verb={make} /> : undefined}
    </Empty>
  );
}
