import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';

interface GiveUpDialogProps {
  readonly onKeep: () => void;
  readonly onGiveUp: () => void;
}

/** Asks before words that nobody has saved are given up. */
export function GiveUpDialog({ onKeep, onGiveUp }: GiveUpDialogProps) {
  const { t } = useWords();
  useFocusReturn();
  const keep = useVerb({
    id: 'give-up-keep',
    label: t('actions.keepWriting'),
    keys: 'Escape',
    inDialog: true,
    run: onKeep,
  });
  const giveUp = useVerb({
    id: 'give-up-response',
    label: t('actions.giveUp'),
    keys: 'mod+Enter',
    inDialog: true,
    run: onGiveUp,
  });
  return (
    <Dialog isOpen onClose={onKeep} title={t('actions.giveUpTitle')}>
      <p>{t('actions.giveUpText')}</p>
      <DialogButtons>
        <VerbButton verb={keep} variant="default" data-autofocus />
        <VerbButton verb={giveUp} />
      </DialogButtons>
    </Dialog>
  );
}
