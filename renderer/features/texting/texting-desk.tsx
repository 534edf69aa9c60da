import { type AppError, appError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { BatchProgress } from './batch-progress.tsx';
import { ContactCard } from './contact-card.tsx';
import { currentOf, editedOf } from './desk.ts';
import { DeskFoot } from './desk-foot.tsx';
import { DeskSkeleton } from './desk-skeleton.tsx';
import { HoursLine } from './hours-line.tsx';
import { NextHeard } from './next-heard.tsx';
import { NotTextedList } from './not-texted-list.tsx';
import { PutOffHeard } from './put-off-heard.tsx';
import styles from './texting-desk.module.css';
import { deskMoved } from './texting-slice.ts';
import { useDesk } from './use-desk.ts';
import type { Editor } from './use-editor.ts';
import { useLookAtDesk } from './use-look-at-desk.ts';

interface TextingDeskProps {
  readonly actionId: number;
  /** Why nobody can be texted for the moment, while somebody's text is being changed. */
  readonly stopped: AppError | null;
  readonly editor: Editor;
  /** Whether whoever is here may change a text before it is sent. */
  readonly mayReword: boolean;
}

const gone = appError('assignments/not-yours');

/**
 * The desk: whom, what, and the key that sends it. What may come and go stands under the card, so that nothing that is
 * about to be pressed ever moves.
 */
export function TextingDesk({ actionId, stopped, editor, mayReword }: TextingDeskProps) {
  const dispatch = useAppDispatch();
  const desk = useDesk(actionId);
  useLookAtDesk(actionId);
  const contact = editedOf(desk) ?? currentOf(desk);
  // An editor that was open when an admin took the rest back can be read, and left with its words kept.
  const isTakenBack = desk.phase === 'unclaimed' && contact !== undefined;
  const leave = (): void => {
    if (contact === undefined) return;
    dispatch(deskMoved({ actionId, event: { event: 'draft-set-aside', assignmentId: contact.assignmentId } }));
  };
  return (
    <div className={styles.desk}>
      <BatchProgress desk={desk} />
      {contact === undefined ? (
        <DeskSkeleton />
      ) : (
        <ContactCard
          // Those who were put off arrive anew: a hand that goes on pressing has to rest first.
          key={contact.putOffAt === null ? 'waiting' : 'put off'}
          actionId={actionId}
          desk={desk}
          contact={contact}
          stopped={stopped ?? (isTakenBack ? gone : null)}
          editor={isTakenBack ? { ...editor, isHeld: true, leave } : editor}
          mayReword={mayReword}
        />
      )}
      <HoursLine actionId={actionId} />
      <DeskFoot actionId={actionId} />
      <NotTextedList actionId={actionId} notTexted={desk.notTexted} mayReword={mayReword} />
      <PutOffHeard desk={desk} />
      {contact !== undefined && <NextHeard contact={contact} />}
    </div>
  );
}
