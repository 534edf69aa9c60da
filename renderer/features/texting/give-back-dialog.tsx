import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';

interface GiveBackDialogProps {
  /** How many texts were changed and not sent. */
  readonly count: number;
  readonly give: () => Promise<void>;
  readonly onClose: () => void;
}

/** Whoever gets the contacts next sees the script, and not the words that were changed. */
export function GiveBackDialog({ count, give, onClose }: GiveBackDialogProps) {
  const { t, formats } = useWords();
  useFocusReturn();
  const keep = useVerb({
    id: 'texting-give-back-not',
    label: t('texting.giveBackNot'),
    keys: 'Escape',
    inDialog: true,
    run: onClose,
  });
  const verb = useVerb({
    id: 'texting-give-back-do',
    label: t('texting.giveBackRest'),
    keys: 'mod+Enter',
    inDialog: true,
    run: () => {
      onClose();
      void give();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('texting.giveBackTitle')}>
      <p>{t('texting.giveBackMeans', { count, number: formats.number(count) })}</p>
      <DialogButtons>
        <VerbButton verb={keep} variant="default" data-autofocus />
        <VerbButton verb={verb} />
      </DialogButtons>
    </Dialog>
  );
}
