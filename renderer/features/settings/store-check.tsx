import { Button } from '@mantine/core';
import { skipToken } from '@reduxjs/toolkit/query';
import { useState } from 'react';
import { useReadJobQuery } from '../../app/jobs-api.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { checkResult } from './check-result.ts';
import { useCheckIntegrityMutation } from './computer-api.ts';
import styles from './computer-section.module.css';

/** Has the whole file checked while one goes on, and says what came of it. */
export function StoreCheck() {
  const { t, tell } = useWords();
  const [check, { error }] = useCheckIntegrityMutation();
  const [jobId, setJobId] = useState<number | null>(null);
  const { data: job } = useReadJobQuery(jobId ?? skipToken);
  const result = jobId === null ? null : checkResult(job);
  const isChecking = result === 'running';

  async function start(): Promise<void> {
    const { data: started } = await check({ intentId: mintIntentId() });
    if (started !== undefined) setJobId(started.jobId);
  }

  return (
    <div className={styles.line}>
      <div className={styles.text}>
        <p className={styles.label}>{t('settings.computer.file')}</p>
        <p className={styles.hint}>{t('settings.computer.checkHint')}</p>
        <p aria-live="polite" className={result === 'damaged' ? styles.damaged : styles.sound}>
          {result !== null && result !== 'running' && t(`settings.computer.${result}`)}
        </p>
        {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      </div>
      <Button variant="default" loading={isChecking} onClick={() => void start()}>
        {isChecking ? t('settings.computer.checking') : t('settings.computer.check')}
      </Button>
    </div>
  );
}
