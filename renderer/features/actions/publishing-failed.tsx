import { type AppError, appError } from '../../../shared/errors.ts';
import { useAppSelector } from '../../app/store.ts';
import { useJob } from '../../bridge/use-job.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';

/** Why an action is a draft again, though somebody here has published it. */
export function PublishingFailed({ actionId }: { readonly actionId: number }) {
  const { t, tell } = useWords();
  const jobId = useAppSelector(({ drafts }) => drafts.jobs[String(actionId)]);
  const followed = useJob(jobId ?? null);
  if (followed?.is !== 'ended') return null;
  const { state, outcome } = followed.job;
  if (state === 'cancelled') return <Problem>{t('actions.publishingCancelled')}</Problem>;
  return state === 'failed' ? <Problem>{tell(errorIn(outcome))}</Problem> : null;
}

function errorIn(outcome: unknown): AppError {
  const isError = typeof outcome === 'object' && outcome !== null && 'code' in outcome && 'kind' in outcome;
  return isError ? (outcome as AppError) : appError('internal/bug');
}
