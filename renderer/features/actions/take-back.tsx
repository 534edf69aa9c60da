import { useState } from 'react';
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
import { useTakeBackMutation } from './actions-api.ts';

interface TakeBackProps {
  readonly actionId: number;
  /** How many are on desks. */
  readonly count: number;
}

/** For an admin whose texters have gone home in the middle of a batch. */
export function TakeBack({ actionId, count }: TakeBackProps) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const ask = useVerb({ id: 'take-back', label: t('actions.takeBack'), keys: 'b', run: () => setIsAsking(true) });
  return (
    <div>
      <VerbButton verb={ask} variant="default" />
      {isAsking && <TakeBackDialog actionId={actionId} count={count} onClose={() => setIsAsking(false)} />}
    </div>
  );
}

function TakeBackDialog({ actionId, count, onClose }: TakeBackProps & { readonly onClose: () => void }) {
  const { t, tell, formats } = useWords();
  const isHere = useIsHere();
  useFocusReturn();
  const [takeBack, { isLoading, error }] = useTakeBackMutation();
  const intent = useIntent();

  async function take(): Promise<void> {
    const { data } = await takeBack({ actionId, intentId: intent.of(actionId) });
    if (data === undefined) return;
    intent.done();
    if (isHere()) onClose();
  }

  const keep = useVerb({
    id: 'take-back-not',
    label: t('actions.leaveOnDesks'),
    keys: 'Escape',
    inDialog: true,
    run: onClose,
  });
  const verb = useVerb({
    id: 'take-back-do',
    label: t('actions.takeBack'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading,
    run: () => void take(),
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('actions.takeBackTitle', { count, shown: formats.number(count) })}>
      <p>{t('actions.takeBackMeans')}</p>
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
      <DialogButtons>
        <VerbButton verb={keep} variant="default" data-autofocus />
        <VerbButton verb={verb} />
      </DialogButtons>
    </Dialog>
  );
}
