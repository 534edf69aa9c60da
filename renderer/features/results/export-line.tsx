import { ActionIcon, Button, Progress } from '@mantine/core';
import { FolderOpen, X } from 'lucide-react';
import { useAppDispatch } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useWords } from '../../words/index.ts';
import { useCancelExportMutation, useShowExportFileMutation } from './api.ts';
import styles from './export-line.module.css';
import { exportOutcomeOf } from './export-outcome.ts';
import { type Export, exportPutAway } from './exports-slice.ts';
import { useExportJob } from './use-export-job.ts';

/** One spreadsheet on its way, or where it is now, or why there is none. */
export function ExportLine({ started }: { readonly started: Export }) {
  const { t, tell, formats } = useWords();
  const dispatch = useAppDispatch();
  const { jobId, file } = started;
  const job = useExportJob(jobId);
  const [cancel] = useCancelExportMutation();
  const [showFile, { error: notShown }] = useShowExportFileMutation();
  const outcome = job === undefined ? ({ is: 'running', share: null } as const) : exportOutcomeOf(job);
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
          <Progress
            className={styles.bar}
            value={outcome.share * 100}
            transitionDuration={0}
            aria-label={t('results.writingFile', { file: file.name })}
            aria-valuetext={formats.percent(outcome.share)}
          />
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
          onClick={() => void showFile(file.token)}
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
