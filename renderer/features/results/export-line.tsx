import { ActionIcon, Button } from '@mantine/core';
import { FolderOpen, X } from 'lucide-react';
import { useAppDispatch } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useCancelJobMutation } from '../../bridge/jobs-api.ts';
import { useShowFileMutation } from '../../bridge/rooms/files.ts';
import { useJob } from '../../bridge/use-job.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../../words/index.ts';
import styles from './export-line.module.css';
import { type ExportOutcome, exportOutcomeOf } from './export-outcome.ts';
import { type Export, exportPutAway } from './exports-slice.ts';

/** One spreadsheet on its way, or where it is now, or why there is none. */
export function ExportLine({ started }: { readonly started: Export }) {
  const { t, tell, formats } = useWords();
  const dispatch = useAppDispatch();
  const { jobId, file } = started;
  const followed = useJob(jobId);
  const [cancel] = useCancelJobMutation();
  const [showFile, { error: notShown }] = useShowFileMutation();
  const outcome: ExportOutcome = followed === null ? { is: 'running', share: null } : exportOutcomeOf(followed);
  const isRunning = outcome.is === 'running';

  const words = (): string => {
    switch (outcome.is) {
      case 'running':
        return t('results.writing');
      case 'written':
        return t('results.written', { count: outcome.rows, shown: formats.number(outcome.rows) });
      case 'cancelled':
        return t('results.cancelled');
      case 'failed':
        return tell(outcome.error);
    }
  };

  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span className={styles.name}>{file.name}</span>
        <span className={`${styles.state} ${outcome.is === 'failed' ? styles.failed : ''}`} role="status">
          {notShown === undefined ? words() : tell(appErrorOf(notShown))}
        </span>
        {isRunning && outcome.share !== null && (
          <span className={styles.bar}>
            <ProgressBar
              label={t('results.writingFile', { file: file.name })}
              share={outcome.share}
              text={formats.percent(outcome.share)}
              isBare
            />
          </span>
        )}
      </div>
      {isRunning && (
        <Button variant="default" size="compact-sm" onClick={() => void cancel(jobId)}>
          {t('app.cancel')}
        </Button>
      )}
      {outcome.is === 'written' && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => void showFile({ token: file.token })}
        >
          {t('results.showFile')}
        </Button>
      )}
      {!isRunning && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('results.putAway', { file: file.name })}
          onClick={() => dispatch(exportPutAway(jobId))}
        >
          <X size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}
