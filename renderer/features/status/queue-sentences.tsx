import type { QueueStatus } from '../../bridge/rooms/outbox.ts';
import { useWords } from '../../words/index.ts';
import styles from './status-panel.module.css';
import { waitingOf } from './waiting.ts';
import { WaitingList } from './waiting-list.tsx';

/** Whether texts leave, and what waits and why, in whole sentences. */
export function QueueSentences({ status }: { readonly status: QueueStatus }) {
  const { t, tell } = useWords();
  const { line, heldBy } = status;
  return (
    <>
      <p className={heldBy === null ? undefined : styles.held}>
        {heldBy === null ? t(`status.lineSentence.${line}`) : tell(heldBy)}
      </p>
      <WaitingList waiting={waitingOf(status)} />
    </>
  );
}
