import { Button } from '@mantine/core';
import { isAdmin } from '../../app/navigation.tsx';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListActionsInfiniteQuery } from '../../bridge/rooms/actions.ts';
import { useListListsQuery } from '../../bridge/rooms/contacts.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { ActionRows } from './action-rows.tsx';
import { byLife } from './action-state.ts';
import { listsToChoose } from './lists-to-choose.ts';

/** All actions, those where people text first. */
export function ActionList() {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const mayManage = useAppSelector(({ session }) => session.session !== null && isAdmin(session.session.person));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useListActionsInfiniteQuery();
  const { data: listsData } = useListListsQuery(listsToChoose, { skip: !mayManage });
  const make = useVerb({
    id: 'new-action',
    label: t('actions.new'),
    keys: 'n',
    isDisabled: !mayManage,
    run: () => void dispatch(wentTo({ screen: 'actions', isNew: true })),
  });
  const actions = data?.pages.flatMap((page) => page.actions).toSorted(byLife);
  const hasNoLists = listsData?.lists.length === 0;
  return (
    <Screen
      title={t('actions.title')}
      lead={t('actions.lead')}
      tools={mayManage && actions !== undefined && actions.length > 0 && <VerbButton verb={make} />}
    >
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      {actions === undefined && error === undefined && <SkeletonRows label={t('app.loading')} />}
      {actions?.length === 0 && (
        <Empty title={t('actions.emptyTitle')} text={hasNoLists ? t('actions.emptyNoList') : t('actions.emptyText')}>
          {hasNoLists && (
            <Button onClick={() => dispatch(wentTo({ screen: 'contacts' }))}>{t('actions.importList')}</Button>
          )}
          {mayManage && <VerbButton verb={make} variant={hasNoLists ? 'default' : 'filled'} />}
        </Empty>
      )}
      {actions !== undefined && actions.length > 0 && (
        <ActionRows actions={actions} onOpen={(actionId) => dispatch(wentTo({ screen: 'actions', actionId }))} />
      )}
      {hasNextPage && (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('actions.older')}
          </Button>
        </div>
      )}
    </Screen>
  );
}
