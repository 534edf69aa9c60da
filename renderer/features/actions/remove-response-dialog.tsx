import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useRemoveResponseMutation } from './actions-api.ts';

interface RemoveResponseDialogProps {
  readonly actionId: number;
  readonly script: { readonly scriptId: number; readonly name: string };
  readonly onClose: () => void;
}

/** Asks before texters lose a response script that some of them may be about to choose. */
export function RemoveResponseDialog({ actionId, script: { scriptId, name }, onClose }: RemoveResponseDialogProps) {
  const { t, tell } = useWords();
  const isHere = useIsHere();
  useFocusReturn();
  const [removeResponse, { isLoading, error }] = useRemoveResponseMutation();
  const intent = useIntent();

  async function remove(): Promise<void> {
    const { data } = await removeResponse({ actionId, scriptId, intentId: intent.of(scriptId) });
    if (data === undefined) return;
    intent.done();
    if (isHere()) onClose();
  }

  const keep = useVerb({
    id: 'remove-response-keep',
    label: t('actions.keepResponse'),
    keys: 'Escape',
    inDialog: true,
    run: onClose,
  });
  const verb = useVerb({
    id: 'remove-response',
    label: isLoading ? t('actions.removing') : t('actions.removeIt'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading,
    run: () => void remove(),
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('actions.removeTitle', { name })}>
      <p>{t('actions.removeMeans')}</p>
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      <DialogButtons>
        <VerbButton verb={keep} variant="default" data-autofocus />
        <VerbButton verb={verb} />
      </DialogButtons>
    </Dialog>
  );
}
