import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Job } from '../../bridge/jobs-api.ts';
import { useWords } from '../../words/index.ts';
import { importOutcomeOf } from './import/import-outcome.ts';
import { ReadingBar } from './import/reading-bar.tsx';
import styles from './import-line.module.css';

interface ImportLineProps {
  readonly job: Job;
  /** Unknown when it was begun before this window was opened. */
  readonly listName: string | undefined;
  readonly onShow: () => void;
  readonly onSeen: () => void;
}

/** One import above the lists: how far it is, or how it ended. */
export function ImportLine({ job, listName, onShow, onSeen }: ImportLineProps) {
  const { t, tell, formats } = useWords();
  const name = listName ?? t('contacts.aList');
  const outcome = importOutcomeOf(job);
  const isRunning = job.state === 'running';
  /** Its end is told once, to whoever is here when it comes, and not again each time one comes back to the lists. */
  const [wasRunning] = useState(isRunning);

  function sentence(): string {
    if (isRunning) return t('contacts.importing', { name });
    if (outcome === null) return t('contacts.importCancelled', { name });
    if ('error' in outcome) return tell(outcome.error);
    const count = outcome.added + outcome.updated + outcome.unchanged;
    return t('contacts.importedCount', { name, count, number: formats.number(count) });
  }

  return (
    <div className={styles.line}>
      <p className={styles.words} role={wasRunning ? 'status' : undefined}>
        {sentence()}
      </p>
      {isRunning && (
        <div className={styles.bar}>
          <ReadingBar label={t('contacts.importing', { name })} done={job.done} total={job.total} />
        </div>
      )}
      <Button variant="default" size="compact-sm" onClick={onShow}>
        {t('contacts.show')}
      </Button>
      {!isRunning && (
        <Button variant="subtle" size="compact-sm" onClick={onSeen}>
          {t('app.close')}
        </Button>
      )}
    </div>
  );
}
