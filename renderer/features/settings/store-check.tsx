import { Button } from '@mantine/core';
import { useState } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { useJob } from '../../bridge/use-job.ts';
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
  const intent = useIntent();
  const followed = useJob(jobId);
  const result = followed === null ? null : checkResult(followed);
  const isChecking = result === 'running';

  async function start(): Promise<void> {
    const { data: started } = await check({ intentId: intent.of('check') });
    if (started === undefined) return;
    intent.done();
    setJobId(started.jobId);
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
