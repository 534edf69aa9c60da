import { Select } from '@mantine/core';
import { type Place, wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListActionsInfiniteQuery } from '../../bridge/rooms/actions.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';
import { nameApart } from '../actions/told-apart.ts';
import { ActionResults } from './action-results.tsx';
import { NeedsPerson } from './needs-person.tsx';

interface ResultsScreenProps {
  readonly place: Extract<Place, { screen: 'results' }>;
}

/** What came of each action, the latest first. */
export function ResultsScreen({ place }: ResultsScreenProps) {
  const { t, tell, formats } = useWords();
  const dispatch = useAppDispatch();
  const { data, error } = useListActionsInfiniteQuery();
  const listed = data?.pages.flatMap((page) => page.actions);
  const actions = listed?.filter(({ publishedAt }) => publishedAt !== null);
  const action = actions?.find(({ actionId }) => actionId === place.actionId) ?? actions?.[0];
  /** Two of the same name are told apart by when they were published. */
  const nameOf = nameApart(actions ?? [], formats);
  return (
    <Screen
      title={t('results.title')}
      lead={
        action?.publishedAt != null &&
        t(`results.states.${action.state}`, { when: formats.dateTime(action.publishedAt) })
      }
      tools={
        actions !== undefined &&
        action !== undefined && (
          <Select
            aria-label={t('results.action')}
            data={actions.map((one) => ({ value: String(one.actionId), label: nameOf(one) }))}
            value={String(action.actionId)}
            onChange={(value) => value !== null && dispatch(wentTo({ screen: 'results', actionId: Number(value) }))}
            allowDeselect={false}
            searchable={actions.length > 8}
            nothingFoundMessage={t('results.noSuchAction')}
            w={280}
            maw="100%"
          />
        )
      }
    >
      {error !== undefined && data === undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      <NeedsPerson />
      {action !== undefined && <ActionResults key={action.actionId} action={action} />}
      {actions?.length === 0 && <Empty title={t('results.noneTitle')} text={t('results.noneText')} />}
    </Screen>
  );
}
