import { Button } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { useResumeSendingMutation } from './api.ts';

/** For whoever has put right, at the carrier, what it refused. */
export function ResumeSending() {
  const { t, tell } = useWords();
  const [resume, { isLoading, error }] = useResumeSendingMutation();
  return (
    <>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <Button loading={isLoading} onClick={() => void resume({ intentId: mintIntentId() })}>
        {isLoading ? t('status.resuming') : t('status.resume')}
      </Button>
    </>
  );
}
