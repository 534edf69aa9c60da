import { useAppDispatch } from '../../../app/store.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import { type Job, useCancelJobMutation } from '../../../bridge/jobs-api.ts';
import { Problem } from '../../../ui/problem.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import { importLeftRunning } from '../import-slice.ts';
import styles from './import-progress.module.css';
import { ReadingBar } from './reading-bar.tsx';
import { rateOf, secondsLeft } from './reading-rate.ts';
import { useReadings } from './use-readings.ts';

interface ImportProgressProps {
  readonly job: Job;
  readonly listName: string;
}

/** Megabytes with one place after the point. */
const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;

/** An import at work: how far it is, how fast, and the way out of it. */
export function ImportProgress({ job, listName }: ImportProgressProps) {
  const { t, tell, formats } = useWords();
  const dispatch = useAppDispatch();
  const [cancelJob, { isLoading, error }] = useCancelJobMutation();
  const { done, total } = job;
  const readings = useReadings(done);
  const rate = rateOf(readings);
  const left = secondsLeft(readings, total);
  const cancel = useVerb({
    id: 'import-cancel',
    label: isLoading ? t('contacts.cancelling') : t('contacts.cancelImport'),
    keys: 'c',
    isDisabled: isLoading,
    run: () => void cancelJob(job.jobId),
  });
  const leave = useVerb({
    id: 'import-leave',
    label: t('contacts.goOnMeanwhile'),
    keys: 'Escape',
    run: () => void dispatch(importLeftRunning()),
  });

  return (
    <Screen title={t('contacts.importing', { name: listName })} width="text">
      <ReadingBar label={t('contacts.importing', { name: listName })} done={done} total={total} />
      <p className={styles.figures}>
        {total === null
          ? t('contacts.gettingReady')
          : t('contacts.readSoFar', { done: formats.number(megabytes(done)), total: formats.number(megabytes(total)) })}
        {rate !== null && <span>{t('contacts.perSecond', { rate: formats.number(megabytes(rate)) })}</span>}
        {left !== null && <span>{t('contacts.secondsLeft', { count: left, number: formats.number(left) })}</span>}
      </p>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <p className={styles.hint}>{t('contacts.meanwhileHint')}</p>
      <div className={styles.acts}>
        <VerbButton verb={leave} variant="default" autoFocus />
        <VerbButton verb={cancel} variant="subtle" />
      </div>
    </Screen>
  );
}
