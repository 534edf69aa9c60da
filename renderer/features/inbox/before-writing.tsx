import type { AppError } from '../../../shared/errors.ts';
import { Caution } from '../../ui/caution.tsx';
import { useWords } from '../../words/index.ts';
import { useQueueStatus } from '../status/use-queue-status.ts';

/**
 * What holds up every text until somebody sets it right, such as credentials that the carrier refuses: an answer is taken and
 * waits. What time mends by itself is told at the foot of the window alone.
 */
export function useHeldBy(): AppError | null {
  const heldBy = useQueueStatus()?.heldBy ?? null;
  return heldBy?.kind === 'setup' ? heldBy : null;
}

interface BeforeWritingProps {
  /** Why an answer would be refused now. */
  readonly stop: AppError | null;
  readonly heldBy: AppError | null;
  /** What may be written at all. */
  readonly rule: string | undefined;
}

/** What becomes of an answer, said above its field before it is written. The first reason is enough. */
export function BeforeWriting({ stop, heldBy, rule }: BeforeWritingProps) {
  const { t, tell } = useWords();
  return (
    <>
      {stop !== null ? (
        <Caution>{`${tell(stop)} ${t('inbox.keptMeanwhile')}`}</Caution>
      ) : (
        heldBy !== null && <Caution>{tell(heldBy)}</Caution>
      )}
      {rule}
    </>
  );
}
