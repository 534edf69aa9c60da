import { Dialog } from '../../../ui/dialog.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { useFocusReturn } from '../../../ui/use-focus-return.ts';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before choices for another file are given up. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const { t } = useWords();
  useFocusReturn();
  const stay = useVerb({ id: 'leave-stay', label: t('contacts.stay'), keys: 'Escape', inDialog: true, run: onStay });
  const leave = useVerb({
    id: 'leave-choices',
    label: t('contacts.leaveChoices'),
    keys: 'mod+Enter',
    inDialog: true,
    run: onLeave,
  });
  return (
    <Dialog isOpen onClose={onStay} title={t('contacts.leaveTitle')}>
      <p>{t('contacts.leaveText')}</p>
      <DialogButtons>
        <VerbButton verb={stay} variant="default" data-autofocus />
        <VerbButton verb={leave} />
      </DialogButtons>
    </Dialog>
  );
}
