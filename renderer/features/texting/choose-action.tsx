import { useEffect } from 'react';
import { isAdmin } from '../../app/navigation.tsx';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useStartWords } from '../../app/use-start-words.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { ActionList } from './action-list.tsx';
import { useListTextableQuery } from './texting-api.ts';
import { useHoursAhead } from './use-hours-ahead.ts';

interface ChooseActionProps {
  /** Called when there is nothing to choose. */
  readonly onOnly: (actionId: number) => void;
}

/** The actions in which one can text. */
export function ChooseAction({ onOnly }: ChooseActionProps) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const { data, error } = useListTextableQuery();
  const startWords = useStartWords(t('texting.start'));
  const actions = data?.actions;
  const hours = useHoursAhead(actions?.map(({ actionId }) => actionId));
  const onlyId = actions?.length === 1 ? actions[0]?.actionId : undefined;
  useEffect(() => {
    if (onlyId !== undefined) onOnly(onlyId);
  }, [onlyId, onOnly]);
  if (onlyId !== undefined) return null;
  const hasAny = actions !== undefined && actions.length > 0 && hours !== undefined && startWords !== undefined;
  return (
    <Screen title={t('texting.title')} lead={hasAny ? t('texting.chooseLead') : undefined} width="desk">
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      {hasAny && (
        <ActionList
          startWords={startWords}
          actions={actions}
          hours={hours}
          onStart={(actionId) => void dispatch(wentTo({ screen: 'texting', actionId }))}
        />
      )}
      {data?.actions.length === 0 && <NoAction isPaused={data.isPaused} />}
    </Screen>
  );
}

/** Says what has to happen first, to whoever can do it and to whoever waits for it. */
function NoAction({ isPaused }: { readonly isPaused: boolean }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const mayMake = useAppSelector(({ session }) => session.session !== null && isAdmin(session.session.person));
  const goOn = useVerb({
    id: 'texting-elsewhere',
    label: t(mayMake ? 'texting.goToActions' : 'texting.goToInbox'),
    keys: 'Enter',
    run: () => void dispatch(wentTo({ screen: mayMake ? 'actions' : 'inbox' })),
  });
  const text = isPaused ? 'texting.noActionPaused' : mayMake ? 'texting.noActionAdmin' : 'texting.noActionTexter';
  return (
    <Empty title={t('texting.noActionTitle')} text={t(text)}>
      <VerbButton verb={goOn} />
    </Empty>
  );
}
