import { Button, Group } from '@mantine/core';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import type { QueueStatus } from '../../bridge/rooms/outbox.ts';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { QueueSentences } from './queue-sentences.tsx';
import { ResumeSending } from './resume-sending.tsx';
import styles from './status-panel.module.css';
import { countWaiting } from './waiting.ts';
import { WaitingTexts } from './waiting-texts.tsx';

interface StatusPanelProps {
  readonly status: QueueStatus | undefined;
  readonly megabytesLeft: number | null;
  /** Admins decide about texts that need a person, resume sending, and see what everybody has waiting. */
  readonly mayDecide: boolean;
  readonly onClose: () => void;
}

/** All there is to know of the line and the queue, in whole sentences, with what can be done about it. */
export function StatusPanel({ status, megabytesLeft, mayDecide, onClose }: StatusPanelProps) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  useVerb({ id: 'status-hide', label: t('app.close'), keys: 'mod+.', inDialog: true, isHidden: true, run: onClose });
  const counted = (count: number) => ({ count, number: formats.number(count) });
  const needsPerson = status?.needsPerson ?? 0;
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{t('status.title')}</h2>
      {status !== undefined && <QueueSentences status={status} />}
      {status !== undefined && countWaiting(status) > 0 && <WaitingTexts seesAll={mayDecide} />}
      {megabytesLeft !== null && <p className={styles.held}>{t('status.diskLowSentence', counted(megabytesLeft))}</p>}
      <Group justify="flex-end" gap="sm">
        {mayDecide && status?.heldBy?.code === 'outbox/sending-refused' && <ResumeSending />}
        {mayDecide && needsPerson > 0 && (
          <Button
            variant="default"
            onClick={() => {
              onClose();
              dispatch(wentTo({ screen: 'today' }));
            }}
          >
            {t('status.decide')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('app.close')}
        </Button>
      </Group>
    </div>
  );
}
