import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../../../app/store.ts';
import { useJob } from '../../../bridge/use-job.ts';
import { useWords } from '../../../words/index.ts';
import { importEndSeen, importOpened } from '../import-slice.ts';
import { useList } from '../use-list.ts';
import { FileStep } from './file-step.tsx';
import { ImportCancelled } from './import-cancelled.tsx';
import { importOutcomeOf } from './import-outcome.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';

/** An import from its start to its report. The engine knows how it is, whoever else looks or goes away meanwhile. */
export function JobStep({ jobId }: { readonly jobId: number }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const followed = useJob(jobId);
  const begunAs = useAppSelector((state) => state.import.listNames[jobId]);
  const outcome = followed?.is === 'ended' ? importOutcomeOf(followed.job) : null;
  const result = outcome !== null && 'listId' in outcome ? outcome : null;
  const list = useList(result?.listId ?? null);
  const hasEnded = followed !== null && followed.is !== 'running';
  useEffect(() => {
    if (hasEnded) dispatch(importEndSeen());
  }, [hasEnded, dispatch]);
  const listName = list?.name ?? begunAs ?? t('contacts.aList');

  if (followed?.is === 'lost') return <FileStep error={followed.error} />;
  if (followed?.is !== 'ended') {
    return followed?.job === undefined ? null : <ImportProgress job={followed.job} listName={listName} />;
  }
  if (result !== null) return <ImportReport result={result} listName={listName} />;
  if (outcome !== null && 'error' in outcome) return <FileStep error={outcome.error} />;
  return <ImportCancelled listName={listName} onAgain={() => void dispatch(importOpened())} />;
}
