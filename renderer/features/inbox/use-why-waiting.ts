import { useAppSelector } from '../../app/store.ts';
import { useReadQueueStatusQuery } from '../../bridge/rooms/outbox.ts';
import { useWords } from '../../words/index.ts';

/**
 * Why a text waits: what was told when it was sent, unless something holds up everything. Null when it is not known, and
 * it waits for its turn.
 * @param isAsked whether any text waits; else nothing is asked
 */
export function useWhyWaiting(isAsked: boolean): (messageId: number) => string | null {
  const { t, tell } = useWords();
  const waits = useAppSelector(({ inbox }) => inbox.waits);
  // The strip at the foot of the window keeps it fresh.
  const { data } = useReadQueueStatusQuery(undefined, { skip: !isAsked });
  return (messageId) => {
    if (data?.heldBy) return tell(data.heldBy);
    if (data?.line === 'down') return t('inbox.waitReasons.offline');
    const wait = waits[messageId];
    return wait === undefined || wait === 'offline' ? null : t(`inbox.waitReasons.${wait}`);
  };
}
