import type { AppError } from '../../../shared/errors.ts';
import { BatchProgress } from './batch-progress.tsx';
import { ContactCard } from './contact-card.tsx';
import { currentOf, editedOf } from './desk.ts';
import { DeskSkeleton } from './desk-skeleton.tsx';
import { HoursLine } from './hours-line.tsx';
import { NextHeard } from './next-heard.tsx';
import { NotTextedList } from './not-texted-list.tsx';
import { QueueLine } from './queue-line.tsx';
import styles from './texting-desk.module.css';
import { useDesk } from './use-desk.ts';
import type { Editor } from './use-editor.ts';

interface TextingDeskProps {
  readonly actionId: number;
  /** Why nobody can be texted for the moment, while somebody's text is being changed. */
  readonly stopped: AppError | null;
  readonly editor: Editor;
  /** Whether whoever is here may change a text before it is sent. */
  readonly mayReword: boolean;
}

/**
 * The desk: whom, what, and the key that sends it. What may come and go stands under the card, so that nothing that is
 * about to be pressed ever moves.
 */
export function TextingDesk({ actionId, stopped, editor, mayReword }: TextingDeskProps) {
  const desk = useDesk(actionId);
  const contact = editedOf(desk) ?? currentOf(desk);
  return (
    <div className={styles.desk}>
      <BatchProgress desk={desk} />
      {contact === undefined ? (
        <DeskSkeleton />
      ) : (
        <ContactCard
          actionId={actionId}
          desk={desk}
          contact={contact}
          stopped={stopped}
          editor={editor}
          mayReword={mayReword}
        />
      )}
      <HoursLine actionId={actionId} />
      <QueueLine stall={desk.stall} unsavedCount={desk.sending.length} />
      <NotTextedList actionId={actionId} notTexted={desk.notTexted} mayReword={mayReword} />
      {contact !== undefined && <NextHeard contact={contact} />}
    </div>
  );
}
