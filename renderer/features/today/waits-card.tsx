import { Button } from '@mantine/core';
import { Card } from '../../ui/card.tsx';
import { useVerbRegistry } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useQueueStatus } from '../status/use-queue-status.ts';
import { countWaiting, waitingOf } from '../status/waiting.ts';
import { WaitingList } from '../status/waiting-list.tsx';
import styles from './waits-card.module.css';

/** What waits and why, while anything does, and the way to each of these texts. */
export function WaitsCard() {
  const { t, tell } = useWords();
  const registry = useVerbRegistry();
  const status = useQueueStatus();
  if (status === undefined || countWaiting(status) === 0) return null;
  return (
    <Card title={t('today.waitsTitle')}>
      {status.heldBy !== null && <p className={styles.held}>{tell(status.heldBy)}</p>}
      <WaitingList waiting={waitingOf(status)} />
      <div>
        <Button variant="default" size="compact-sm" onClick={() => registry.run('status-show')}>
          {t('today.waitsShow')}
        </Button>
      </div>
    </Card>
  );
}
