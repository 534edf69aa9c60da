import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import { useQueueStatus } from '../status/use-queue-status.ts';
import { waitingOf } from '../status/waiting.ts';
import { WaitingList } from '../status/waiting-list.tsx';
import styles from './waits-card.module.css';

/** What waits and why, while anything does. */
export function WaitsCard() {
  const { t, tell } = useWords();
  const status = useQueueStatus();
  if (status === undefined || status.queued === 0) return null;
  return (
    <Card title={t('today.waitsTitle')}>
      {status.heldBy !== null && <p className={styles.held}>{tell(status.heldBy)}</p>}
      <WaitingList waiting={waitingOf(status)} />
    </Card>
  );
}
