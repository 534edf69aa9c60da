import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';

interface ReplaceDialogProps {
  readonly onKeep: () => void;
  readonly onReplace: () => void;
}

/** Asks before another beginning takes the place of a new action that is begun and not saved. */
export function ReplaceDialog({ onKeep, onReplace }: ReplaceDialogProps) {
  const { t } = useWords();
  useFocusReturn();
  const keep = useVerb({
    id: 'replace-keep',
    label: t('actions.replaceKeep'),
    keys: 'Escape',
    inDialog: true,
    run: onKeep,
  });
  const replace = useVerb({
    id: 'replace-draft',
    label: t('actions.replace'),
    keys: 'mod+Enter',
    inDialog: true,
    run: onReplace,
  });
  return (
    <Dialog isOpen onClose={onKeep} title={t('actions.replaceTitle')}>
      <p>{t('actions.replaceText')}</p>
      <DialogButtons>
        <VerbButton verb={keep} variant="default" data-autofocus />
        <VerbButton verb={replace} />
      </DialogButtons>
    </Dialog>
  );
}
