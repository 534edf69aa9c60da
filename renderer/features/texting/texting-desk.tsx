import { BatchProgress } from './batch-progress.tsx';
import { ContactCard } from './contact-card.tsx';
import { currentOf } from './desk.ts';
import { DeskSkeleton } from './desk-skeleton.tsx';
import { NextHeard } from './next-heard.tsx';
import { QueueLine } from './queue-line.tsx';
import { SetAsideList } from './set-aside-list.tsx';
import styles from './texting-desk.module.css';
import { useDesk } from './use-desk.ts';

/**
 * The desk: whom, what, and the key that sends it. What may come and go stands under the card, so that nothing that is
 * about to be pressed ever moves.
 */
export function TextingDesk({ actionId }: { readonly actionId: number }) {
  const desk = useDesk(actionId);
  const contact = currentOf(desk);
  return (
    <div className={styles.desk}>
      <BatchProgress desk={desk} />
      {contact === undefined ? <DeskSkeleton /> : <ContactCard actionId={actionId} desk={desk} contact={contact} />}
      <QueueLine stall={desk.stall} unsavedCount={desk.sending.length} />
      <SetAsideList actionId={actionId} setAside={desk.setAside} />
      {contact !== undefined && <NextHeard contact={contact} />}
    </div>
  );
}
