import { SegmentedControl } from '@mantine/core';
import { useEffect } from 'react';
import type { Place } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { Screen } from '../../ui/screen.tsx';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { InboxFilter } from './api.ts';
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

  const other = useVerb({
    id: 'inbox-other-filter',
    label: t('inbox.otherFilter'),
    keys: 'a',
    run: () => void dispatch(filterChosen(filter === 'all' ? 'needs-attention' : 'all')),
  });

  return (
    <Screen
      title={t('inbox.title')}
      width="full"
      tools={
        <>
          <KeyHint keys={other.keys ?? ''} />
          <SegmentedControl
            aria-label={t('inbox.filter')}
            value={filter}
            onChange={(value) => dispatch(filterChosen(value as InboxFilter))}
            data={[
              { value: 'needs-attention', label: t('inbox.needsAttention') },
              { value: 'all', label: t('inbox.all') },
            ]}
          />
        </>
      }
    >
      <InboxPanes key={filter} filter={filter} />
    </Screen>
  );
}
