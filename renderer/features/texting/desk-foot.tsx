import { useState } from 'react';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './desk-foot.module.css';
import { QueueLine } from './queue-line.tsx';
import { SentDialog } from './sent-dialog.tsx';
import { useDesk } from './use-desk.ts';

/** Under the card: what was sent and waits, and the way to look back at the last few texts, also those of an earlier sitting. */
export function DeskFoot({ actionId }: { readonly actionId: number }) {
  const { stall, sending } = useDesk(actionId);
  return (
    <div className={styles.foot}>
      <QueueLine stall={stall} unsavedCount={sending.length} />
      <LookBack actionId={actionId} />
    </div>
  );
}

/** Nothing of it is read before it is opened. */
function LookBack({ actionId }: { readonly actionId: number }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const verb = useVerb({
    id: 'texting-look-back',
    label: t('texting.lookBack'),
    alsoCalled: t('texting.lookBackAlso'),
    keys: 'h',
    run: () => setIsOpen(true),
  });
  return (
    <>
      <VerbButton className={styles.lately} verb={verb} size="compact-sm" variant="subtle" />
      {isOpen && <SentDialog actionId={actionId} onClose={() => setIsOpen(false)} />}
    </>
  );
}
