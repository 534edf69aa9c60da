import { useState } from 'react';
import { useAppDispatch, useAppSelector } from '../../../app/store.ts';
import type { Verb } from '../../../verbs/registry.ts';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import type { ContactView } from '../contacts-api.ts';
import { OptOutDialog } from '../opt-out-dialog.tsx';
import { FindDialog } from './find-dialog.tsx';
import { lookedAway, lookedFor } from './find-slice.ts';

/** Finds a contact by phone number from wherever one is: whoever is called by one looks for nothing else. */
export function FindContact() {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  /** What was found stays while one is asked whether to opt it out. */
  const asked = useAppSelector(({ find }) => find.asked);
  const [leaving, setLeaving] = useState<ContactView | null>(null);
  useVerb({ ...useFindVerb(), alsoCalled: t('contacts.findAlso'), isOfFrame: true });
  if (leaving !== null) return <OptOutDialog contact={leaving} onClose={() => setLeaving(null)} />;
  if (asked === null) return null;
  return (
    <FindDialog
      asked={asked}
      onAsk={(typed) => void dispatch(lookedFor(typed))}
      onOptOut={setLeaving}
      onClose={() => void dispatch(lookedAway())}
    />
  );
}

/** The verb of the frame, also for a button on a screen. */
export function useFindVerb(): Verb {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  return { id: 'contacts-find', label: t('contacts.find'), keys: 'mod+f', run: () => void dispatch(lookedFor('')) };
}
