import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { OptOut } from './use-opt-out.ts';

interface OptOutDialogProps {
  readonly name: string;
  readonly optOut: OptOut;
}

/** Says that it is for ever. The focus begins on the way back. */
export function OptOutDialog({ name, optOut }: OptOutDialogProps) {
  const { t, tell } = useWords();
  useFocusReturn();
  const confirm = useVerb({
    id: 'inbox-opt-out-confirm',
    label: optOut.isBusy ? t('inbox.optingOut') : t('inbox.optOutForEver'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: optOut.isBusy,
    run: optOut.confirm,
  });
  const giveUp = useVerb({
    id: 'inbox-opt-out-give-up',
    label: t('app.cancel'),
    keys: 'Escape',
    inDialog: true,
    run: optOut.giveUp,
  });
  return (
    <Dialog isOpen onClose={optOut.giveUp} title={t('inbox.optOutTitle', { name })}>
      <p>{t('inbox.optOutText', { name })}</p>
      {optOut.error !== null && <Problem>{tell(optOut.error)}</Problem>}
      <DialogButtons>
        <VerbButton verb={giveUp} variant="default" data-autofocus />
        <VerbButton verb={confirm} />
      </DialogButtons>
    </Dialog>
  );
}
