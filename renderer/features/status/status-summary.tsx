import { CloudAlert, CloudCheck, CloudOff, HardDrive } from 'lucide-react';
import type { QueueStatus } from '../../bridge/rooms/outbox.ts';
import { useWords } from '../../words/index.ts';
import styles from './status-summary.module.css';
import { mainReason, waitingOf } from './waiting.ts';

interface StatusSummaryProps {
  readonly status: QueueStatus | undefined;
  readonly megabytesLeft: number | null;
}

const marks = { up: CloudCheck, down: CloudOff, unknown: CloudAlert, none: CloudOff } as const;

/** What is worth knowing at a glance, each at its own place. */
export function StatusSummary({ status, megabytesLeft }: StatusSummaryProps) {
  const { t, formats } = useWords();
  if (status === undefined) return null;
  const { line, queued, sending, uncertain } = status;
  const Mark = marks[line];
  const reason = mainReason(waitingOf(status));
  const waits = t('status.waitingShort', { count: queued, number: formats.number(queued) });
  return (
    <>
      <span className={line === 'up' || line === 'unknown' ? styles.line : styles.troubledLine}>
        <Mark size={16} aria-hidden="true" className={styles.mark} />
        {t(`status.line.${line}`)}
      </span>
      <span className={styles.queue}>
        {queued > 0 && (reason === null ? waits : `${waits}: ${t(`status.reason.${reason}`)}`)}
      </span>
      <span className={styles.leaving}>
        {sending > 0 && t('status.leavingShort', { count: sending, number: formats.number(sending) })}
      </span>
      <span className={styles.checked}>
        {uncertain > 0 && t('status.uncertainShort', { count: uncertain, number: formats.number(uncertain) })}
      </span>
      {megabytesLeft !== null && (
        <span className={styles.disk}>
          <HardDrive size={16} aria-hidden="true" className={styles.mark} />
          {t('status.diskLow', { number: formats.number(megabytesLeft) })}
        </span>
      )}
    </>
  );
}
