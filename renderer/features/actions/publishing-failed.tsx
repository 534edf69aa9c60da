import { type AppError, appError } from '../../../shared/errors.ts';
import { useAppSelector } from '../../app/store.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { useReadPublishingJobQuery } from './actions-api.ts';

/** Why an action is a draft again, though somebody here has published it. */
export function PublishingFailed({ actionId }: { readonly actionId: number }) {
  const { t, tell } = useWords();
  const jobId = useAppSelector(({ drafts }) => drafts.jobs[String(actionId)]);
  const { data } = useReadPublishingJobQuery(jobId ?? 0, { skip: jobId === undefined });
  if (data?.job.state === 'cancelled') return <Problem>{t('actions.publishingCancelled')}</Problem>;
  return data?.job.state === 'failed' ? <Problem>{tell(errorIn(data.job.outcome))}</Problem> : null;
}

function errorIn(outcome: unknown): AppError {
  const isError = typeof outcome === 'object' && outcome !== null && 'code' in outcome && 'kind' in outcome;
  return isError ? (outcome as AppError) : appError('internal/bug');
}
