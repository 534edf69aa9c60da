import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useListJobsQuery } from '../../bridge/jobs-api.ts';
import type { Verb } from '../../verbs/registry.ts';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { importKind, importOutcomeOf } from './import/import-outcome.ts';
import { importShown } from './import-slice.ts';
import { useMakeAction } from './use-make-action.ts';

/** What can be done with a list as a whole. `report` is null when its import is no longer among the newest jobs. */
export function useListVerbs(
  listId: number,
  isEmpty: boolean,
): {
  readonly back: Verb;
  readonly report: Verb | null;
  readonly makeAction: Verb;
} {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { data: jobs = [] } = useListJobsQuery();
  const importJob = jobs.find((job) => {
    const outcome = job.kind === importKind ? importOutcomeOf(job) : null;
    return outcome !== null && 'listId' in outcome && outcome.listId === listId;
  });
  const toLists = (): void => void dispatch(wentTo({ screen: 'contacts' }));
  const back = useVerb({ id: 'contacts-back', label: t('contacts.allLists'), keys: 'Escape', run: toLists });
  const report = useVerb({
    id: 'contacts-report',
    label: t('contacts.seeReport'),
    keys: 'r',
    isDisabled: importJob === undefined,
    isHidden: importJob === undefined,
    run: () => {
      if (importJob === undefined) return;
      dispatch(importShown(importJob.jobId));
      toLists();
    },
  });
  const makeAction = useVerb({
    id: 'contacts-make-action',
    label: t('contacts.makeAction'),
    keys: 'a',
    isDisabled: isEmpty,
    run: useMakeAction(listId),
  });
  return { back, report: importJob === undefined ? null : report, makeAction };
}
