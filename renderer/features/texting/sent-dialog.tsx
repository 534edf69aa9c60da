import type { Output } from '../../../shared/contract/index.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { fateOf } from '../inbox/fate.ts';
import { nameOf } from './name-of.ts';
import styles from './sent-dialog.module.css';
import { useListOwnLatestQuery } from './texting-api.ts';

interface SentDialogProps {
  readonly actionId: number;
  readonly onClose: () => void;
}

/** The texts that one sent last, the newest first, as they were sent, and what has become of each. */
export function SentDialog({ actionId, onClose }: SentDialogProps) {
  const { t, tell } = useWords();
  const { data, error } = useListOwnLatestQuery({ actionId }, { refetchOnMountOrArgChange: true });
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
      {data === undefined && error === undefined && <SkeletonRows label={t('app.loading')} />}
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      {data?.messages.length === 0 && <p>{t('texting.lookBackNone')}</p>}
      <ul className={styles.list}>
        {data?.messages.map((sent) => (
          <Sent key={sent.messageId} sent={sent} />
        ))}
      </ul>
      <DialogButtons>
        <VerbButton verb={close} variant="default" data-autofocus />
      </DialogButtons>
    </Dialog>
  );
}

function Sent({ sent }: { readonly sent: Output<'outbox/list-own-latest'>['messages'][number] }) {
  const { t, formats } = useWords();
  return (
    <li>
      <p className={styles.head}>
        <strong className={styles.name}>{nameOf(sent) || t('texting.nameless')}</strong>
        <span className={styles.when}>{[formats.when(sent.at), t(`inbox.fates.${fateOf(sent)}`)].join(' · ')}</span>
      </p>
      <p className={styles.text} dir="auto">
        {sent.text}
      </p>
    </li>
  );
}
