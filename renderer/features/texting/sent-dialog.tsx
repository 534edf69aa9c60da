import { useReadConversationQuery } from '../../bridge/rooms/conversations.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { fateOf } from '../inbox/fate.ts';
import type { SentText } from './desk.ts';
import { nameOf } from './name-of.ts';
import styles from './sent-dialog.module.css';
import { useDesk } from './use-desk.ts';

interface SentDialogProps {
  readonly actionId: number;
  readonly onClose: () => void;
}

/** The texts that were sent last, the newest first, as they were sent, and what has become of each. */
export function SentDialog({ actionId, onClose }: SentDialogProps) {
  const { t } = useWords();
  const { lately } = useDesk(actionId);
  useFocusReturn();
  const close = useVerb({
    id: 'texting-look-back-close',
    label: t('app.close'),
    keys: 'Escape',
    inDialog: true,
    run: onClose,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('texting.lookBackTitle')} size="lg">
      <ul className={styles.list}>
        {lately.map((sent) => (
          <Sent key={sent.messageId} actionId={actionId} sent={sent} />
        ))}
      </ul>
      <DialogButtons>
        <VerbButton verb={close} variant="default" data-autofocus />
      </DialogButtons>
    </Dialog>
  );
}

function Sent({ actionId, sent: { messageId, contact, text, at } }: { actionId: number; sent: SentText }) {
  const { t, formats } = useWords();
  const { contactId } = contact;
  const { data } = useReadConversationQuery({ actionId, contactId }, { refetchOnMountOrArgChange: true });
  const said = data?.thread.find((entry) => entry.direction === 'out' && entry.messageId === messageId);
  const fate = said?.direction === 'out' ? t(`inbox.fates.${fateOf(said)}`) : null;
  return (
    <li>
      <p className={styles.head}>
        <strong className={styles.name}>{nameOf(contact) || t('texting.nameless')}</strong>
        <span className={styles.when}>{[formats.time(at), fate].filter((part) => part !== null).join(' · ')}</span>
      </p>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </li>
  );
}
