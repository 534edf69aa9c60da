import { useAppDispatch, useAppSelector } from '../../../app/store.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import { useReadJobQuery } from '../../../bridge/jobs-api.ts';
import { useWords } from '../../../words/index.ts';
import { useReadListQuery } from '../contacts-api.ts';
import { importOpened } from '../import-slice.ts';
import { FileStep } from './file-step.tsx';
import { ImportCancelled } from './import-cancelled.tsx';
import { importOutcomeOf } from './import-outcome.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';

/** An import from its start to its report. The engine knows how it is, whoever else looks or goes away meanwhile. */
export function JobStep({ jobId }: { readonly jobId: number }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { data: job, error } = useReadJobQuery(jobId);
  const begunAs = useAppSelector((state) => state.import.listNames[jobId]);
  const outcome = job === undefined ? null : importOutcomeOf(job);
  const result = outcome !== null && 'listId' in outcome ? outcome : null;
  const { data: list } = useReadListQuery(result?.listId ?? 0, { skip: result === null });
  const listName = list?.name ?? begunAs ?? t('contacts.aList');

  if (error) return <FileStep error={appErrorOf(error)} />;
  if (job === undefined) return null;
  if (job.state === 'running') return <ImportProgress job={job} listName={listName} />;
  if (result !== null) return <ImportReport result={result} listName={listName} />;
  if (outcome !== null && 'error' in outcome) return <FileStep error={outcome.error} />;
  return <ImportCancelled listName={listName} onAgain={() => void dispatch(importOpened())} />;
}
