import { useState } from 'react';
import { useAppDispatch } from '../../app/store.ts';
import { useReadCampaignQuery } from '../../bridge/rooms/campaign.ts';
import type { Verb } from '../../verbs/registry.ts';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { importOpened } from './import-slice.ts';
import { useLoadSampleList } from './use-load-sample-list.ts';

/** The import of a list, which is also how a list is made: I, and N as for whatever is new elsewhere. */
export function useOpenImport(): Verb {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const run = (): void => void dispatch(importOpened());
  useVerb({ id: 'contacts-new', label: t('contacts.import'), keys: 'n', isHidden: true, run });
  return useVerb({ id: 'contacts-import', label: t('contacts.import'), keys: 'i', run });
}

/** The list of invented people; null outside of practice, where they would be texted. */
export function useLoadSample(): Verb | null {
  const { t } = useWords();
  const { data } = useReadCampaignQuery();
  const loadSample = useLoadSampleList();
  const [isBusy, setIsBusy] = useState(false);
  const isPractice = data?.mode === 'practice';
  const verb = useVerb({
    id: 'contacts-sample',
    label: isBusy ? t('contacts.loadingSample') : t('contacts.loadSample'),
    keys: 's',
    isDisabled: !isPractice || isBusy,
    isHidden: !isPractice,
    run: () => {
      setIsBusy(true);
      void loadSample().finally(() => setIsBusy(false));
    },
  });
  return isPractice ? verb : null;
}
