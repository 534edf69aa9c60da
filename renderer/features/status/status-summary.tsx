import { CloudAlert, CloudCheck, CloudOff, HardDrive } from 'lucide-react';
import type { QueueStatus } from '../../bridge/rooms/outbox.ts';
import { useWords } from '../../words/index.ts';
import styles from './status-summary.module.css';
import { countWaiting, waitingOf } from './waiting.ts';

interface StatusSummaryProps {
  readonly status: QueueStatus | undefined;
  readonly megabytesLeft: number | null;
}

const marks = { up: CloudCheck, down: CloudOff, unknown: CloudAlert, none: CloudOff } as const;

/** What is worth knowing at a glance, each at its own place. */
export function StatusSummary({ status, megabytesLeft }: StatusSummaryProps) {
  const { t, formats } = useWords();
  if (status === undefined) return null;
  const { line } = status;
  const Mark = marks[line];
  const count = countWaiting(status);
  const waits = t('status.waitingShort', { count, number: formats.number(count) });
  const reasons = waitingOf(status);
  const why =
    reasons.length === 1
      ? reasons.map(({ reason }) => t(`status.reason.${reason}`))
      : reasons.map(({ reason, count }) => `${formats.number(count)} ${t(`status.reason.${reason}`)}`);
  return (
    <>
      <span className={line === 'up' || line === 'unknown' ? styles.line : styles.troubledLine}>
        <Mark size={16} aria-hidden="true" className={styles.mark} />
        {t(`status.line.${line}`)}
      </span>
      <span className={styles.queue}>{count > 0 && `${waits}: ${why.join(', ')}`}</span>
      {megabytesLeft !== null && (
        <span className={styles.disk}>
          <HardDrive size={16} aria-hidden="true" className={styles.mark} />
          {t('status.diskLow', { number: formats.number(megabytesLeft) })}
        </span>
      )}
    </>
  );
}
