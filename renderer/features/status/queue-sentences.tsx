import type { QueueStatus } from '../../bridge/rooms/outbox.ts';
import { useWords } from '../../words/index.ts';
import styles from './status-panel.module.css';
import { waitingOf } from './waiting.ts';
import { WaitingList } from './waiting-list.tsx';

/** Whether texts leave, what waits and why, and what is on its way, in whole sentences. */
export function QueueSentences({ status }: { readonly status: QueueStatus }) {
  const { t, tell, formats } = useWords();
  const { line, heldBy, sending, uncertain } = status;
  const counted = (count: number) => ({ count, number: formats.number(count) });
  return (
    <>
      <p className={heldBy === null ? undefined : styles.held}>
        {heldBy === null ? t(`status.lineSentence.${line}`) : tell(heldBy)}
      </p>
      <WaitingList waiting={waitingOf(status)} />
      {sending > 0 && <p>{t('status.leaving', counted(sending))}</p>}
      {uncertain > 0 && <p>{t('status.uncertain', counted(uncertain))}</p>}
    </>
  );
}
