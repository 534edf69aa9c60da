import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useWords } from '../../words/index.ts';
import { usePageListsInfiniteQuery } from './contacts-api.ts';
import { ImportsUnderWay } from './imports-under-way.tsx';
import { ListsTable } from './lists-table.tsx';
import { useLoadSample, useOpenImport } from './use-import-verbs.ts';
import { usePages } from './use-pages.ts';

/** All lists, the newest first, with what is still being imported above them. */
export function ListsPage() {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const query = usePageListsInfiniteQuery();
  const { pages, onEnd } = usePages(query);
  const open = useOpenImport();
  const sample = useLoadSample();
  const lists = pages?.flatMap((page) => page.lists);
  const isEmpty = lists?.length === 0;

  return (
    <Screen
      title={t('contacts.title')}
      lead={t('contacts.lead')}
      width="list"
      tools={
        !isEmpty && (
          <>
            {sample && <VerbButton verb={sample} variant="subtle" />}
            <VerbButton verb={open} />
          </>
        )
      }
    >
      <ImportsUnderWay />
      {query.error && <Problem>{tell(appErrorOf(query.error))}</Problem>}
      {query.isLoading && <SkeletonRows label={t('app.loading')} />}
      {isEmpty && (
        <Empty title={t('contacts.noLists')} text={t('contacts.noListsText')}>
          <VerbButton verb={open} />
          {sample && <VerbButton verb={sample} variant="default" />}
        </Empty>
      )}
      {lists !== undefined && !isEmpty && (
        <ListsTable
          lists={lists}
          onEnd={onEnd}
          onOpen={({ listId }) => void dispatch(wentTo({ screen: 'contacts', listId }))}
        />
      )}
    </Screen>
  );
}
