import { Button } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { useResumeSendingMutation } from './api.ts';

/** For whoever has put right, at the carrier, what it refused. */
export function ResumeSending() {
  const { t, tell } = useWords();
  const [resume, { isLoading, error }] = useResumeSendingMutation();
  const intent = useIntent();

  async function resumeSending(): Promise<void> {
    const { error: refusal } = await resume({ intentId: intent.of('resume') });
    if (refusal === undefined) intent.done();
  }

  return (
    <>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <Button loading={isLoading} onClick={() => void resumeSending()}>
        {isLoading ? t('status.resuming') : t('status.resume')}
      </Button>
    </>
  );
}
