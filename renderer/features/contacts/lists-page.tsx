import type { Given } from '../../../shared/contract/index.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListListsQuery } from '../../bridge/rooms/contacts.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useWords } from '../../words/index.ts';
import type { ListView, PageOfLists } from './contacts-api.ts';
import { useFindVerb } from './find/find-contact.tsx';
import { ImportsUnderWay } from './imports-under-way.tsx';
import { ListsTable } from './lists-table.tsx';
import { useLoadSample, useOpenImport } from './use-import-verbs.ts';
import { usePageWindow } from './use-page-window.ts';

const listsPerPage = 100;

/** All lists, the newest first, with what is still being imported above them. */
export function ListsPage() {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const pages = usePageWindow<PageOfLists, ListView, Given<'contacts/list-lists'>>({
    usePage: useListListsQuery,
    inputFor: (before) => ({ before, limit: listsPerPage }),
    rowsOf: (page) => page.lists,
  });
  const open = useOpenImport();
  const sample = useLoadSample();
  const find = useFindVerb();
  const { rows: lists, error } = pages;
  const isEmpty = lists !== undefined && pages.knownCount === 0;

  return (
    <Screen
      title={t('contacts.title')}
      lead={t('contacts.lead')}
      width="list"
      tools={
        !isEmpty && (
          <>
            {sample && <VerbButton verb={sample} variant="subtle" />}
            <VerbButton verb={find} variant="default" />
            <VerbButton verb={open} />
          </>
        )
      }
    >
      <ImportsUnderWay />
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      {lists === undefined && !error && <SkeletonRows label={t('app.loading')} />}
      {isEmpty && (
        <Empty title={t('contacts.noLists')} text={t('contacts.noListsText')}>
          <VerbButton verb={open} />
          {sample && <VerbButton verb={sample} variant="default" />}
        </Empty>
      )}
      {lists !== undefined && !isEmpty && (
        <ListsTable pages={pages} onOpen={({ listId }) => void dispatch(wentTo({ screen: 'contacts', listId }))} />
      )}
    </Screen>
  );
}
