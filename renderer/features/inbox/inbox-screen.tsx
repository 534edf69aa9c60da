import { useEffect } from 'react';
import type { Place } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { Screen } from '../../ui/screen.tsx';
import { VerbSwitch } from '../../verbs/verb-switch.tsx';
import { useWords } from '../../words/index.ts';
import { InboxPanes } from './inbox-panes.tsx';
import { filterChosen, openedToAnswer } from './inbox-slice.ts';

interface InboxScreenProps {
  readonly place: Extract<Place, { screen: 'inbox' }>;
}

/** What contacts wrote back, and the answering of it. */
export function InboxScreen({ place }: InboxScreenProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const filter = useAppSelector(({ inbox }) => inbox.filter);
  const { actionId, contactId } = place;

  useEffect(() => {
    if (actionId !== undefined && contactId !== undefined) dispatch(openedToAnswer({ actionId, contactId }));
  }, [actionId, contactId, dispatch]);

  return (
    <Screen
      title={t('inbox.title')}
      width="full"
      tools={
        <VerbSwitch
          id="inbox-other-filter"
          label={t('inbox.filter')}
          verbLabel={t('inbox.otherFilter')}
          keys="a"
          value={filter}
          onChange={(chosen) => dispatch(filterChosen(chosen))}
          options={[
            { value: 'needs-attention', label: t('inbox.needsAttention') },
            { value: 'unread', label: t('inbox.unread') },
            { value: 'all', label: t('inbox.all') },
            // It is gone to from where somebody is told of it, and seldom: there is a way back.
            ...(filter === 'unanswered' ? [{ value: filter, label: t('inbox.unanswered') }] : []),
          ]}
        />
      }
    >
      <InboxPanes key={filter} filter={filter} />
    </Screen>
  );
}
