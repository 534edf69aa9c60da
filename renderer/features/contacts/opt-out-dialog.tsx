import { fullName } from '../../../shared/domain/full-name.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useOptOutContactMutation } from '../../bridge/rooms/contacts.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { ContactView } from './contacts-api.ts';

interface OptOutDialogProps {
  readonly contact: ContactView;
  readonly onClose: () => void;
}

/** Asks before a phone is never texted again. The button that does nothing has the focus, since this has no way back. */
export function OptOutDialog({ contact, onClose }: OptOutDialogProps) {
  const { t, tell, formats } = useWords();
  useFocusReturn();
  const [optOut, { isLoading, error }] = useOptOutContactMutation();
  const intent = useIntent();
  const isHere = useIsHere();
  const { contactId, phone } = contact;

  async function run(): Promise<void> {
    if (isLoading) return;
    const { data } = await optOut({ intentId: intent.of(contactId), contactId });
    if (data === undefined) return;
    intent.done();
    if (isHere()) onClose();
  }

  const keep = useVerb({ id: 'opt-out-keep', label: t('app.cancel'), keys: 'Escape', inDialog: true, run: onClose });
  const confirm = useVerb({
    id: 'opt-out-confirm',
    label: isLoading ? t('contacts.optingOut') : t('contacts.optOutConfirm'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading,
    run: () => void run(),
  });
  const name = fullName(contact);
  return (
    <Dialog isOpen onClose={onClose} title={t('contacts.optOutTitle', { phone: formats.phone(phone) })}>
      <p>{name === '' ? t('contacts.optOutText') : t('contacts.optOutTextOf', { name })}</p>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <DialogButtons>
        <VerbButton verb={keep} variant="default" autoFocus data-autofocus />
        <VerbButton verb={confirm} />
      </DialogButtons>
    </Dialog>
  );
}
