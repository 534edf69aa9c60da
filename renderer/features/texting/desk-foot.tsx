import { useState } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './desk-foot.module.css';
import { QueueLine } from './queue-line.tsx';
import { SentDialog } from './sent-dialog.tsx';
import { useDesk } from './use-desk.ts';

/** Under the card: what was sent and waits, and the way to look back at the last few texts. */
export function DeskFoot({ actionId }: { readonly actionId: number }) {
  const { stall, sending } = useDesk(actionId);
  return (
    <div className={styles.foot}>
      <QueueLine stall={stall} unsavedCount={sending.length} />
      <LookBack actionId={actionId} />
    </div>
  );
}

/** Nothing of it is drawn anew by a press, and nothing is read before it is opened. */
function LookBack({ actionId }: { readonly actionId: number }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const hasSent = useAppSelector(({ texting }) => (texting[actionId]?.lately.length ?? 0) > 0);
  const verb = useVerb({
    id: 'texting-look-back',
    label: t('texting.lookBack'),
    alsoCalled: t('texting.lookBackAlso'),
    keys: 'h',
    isHidden: !hasSent,
    isDisabled: !hasSent,
    run: () => setIsOpen(true),
  });
  return (
    <>
      {hasSent && <VerbButton className={styles.lately} verb={verb} size="compact-sm" variant="subtle" />}
      {isOpen && <SentDialog actionId={actionId} onClose={() => setIsOpen(false)} />}
    </>
  );
}
