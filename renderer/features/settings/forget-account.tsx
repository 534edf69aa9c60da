import { Button } from '@mantine/core';
import { useState } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useIsHere } from '../../ui/use-is-here.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useForgetCredentialsMutation } from './computer-api.ts';

/** Takes the account away from the campaign, once one has been told what that means. */
export function ForgetAccount({ onForgotten }: { readonly onForgotten: () => void }) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  return (
    <>
      <Button variant="subtle" onClick={() => setIsAsking(true)}>
        {t('settings.carrier.forget')}
      </Button>
      <Dialog isOpen={isAsking} onClose={close} title={t('settings.carrier.forgetTitle')}>
        <ForgetQuestion onClose={close} onForgotten={onForgotten} />
      </Dialog>
    </>
  );
}

interface ForgetQuestionProps {
  readonly onClose: () => void;
  readonly onForgotten: () => void;
}

/** Lives as long as the dialog is open. */
function ForgetQuestion({ onClose, onForgotten }: ForgetQuestionProps) {
  const { t, tell } = useWords();
  const [forget, { isLoading, error }] = useForgetCredentialsMutation();
  const isHere = useIsHere();

  async function run(): Promise<void> {
    const answer = await forget();
    if (answer.error !== undefined) return;
    onForgotten();
    if (isHere()) onClose();
  }

  const cancel = useVerb({ id: 'forget-cancel', label: t('app.cancel'), keys: 'Escape', inDialog: true, run: onClose });
  const confirm = useVerb({
    id: 'forget-confirm',
    label: t('settings.carrier.forget'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading,
    run: () => void run(),
  });
  return (
    <>
      <p>{t('settings.carrier.forgetText')}</p>
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      <DialogButtons>
        <VerbButton verb={cancel} variant="default" data-autofocus />
        <VerbButton verb={confirm} loading={isLoading} />
      </DialogButtons>
    </>
  );
}
