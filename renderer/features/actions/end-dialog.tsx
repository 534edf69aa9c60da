import { Caution } from '../../ui/caution.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useIsHere } from '../../ui/use-is-here.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { remainingIn } from '../results/progress.ts';
import { usePerformance } from '../results/use-performance.ts';
import type { ActionView } from './action-state.ts';
import type { ActionLife } from './use-action-life.ts';

interface EndDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly action: ActionView;
  readonly life: ActionLife;
}

/** Ending is for ever, so it says first what will not happen any more. */
export function EndDialog(props: EndDialogProps) {
  const { t } = useWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t('actions.endTitle', { name: props.action.name })}>
      <EndQuestion {...props} />
    </Dialog>
  );
}

function EndQuestion({ onClose, action, life }: EndDialogProps) {
  const { t, tell, formats } = useWords();
  const isHere = useIsHere();
  const { data } = usePerformance(action.actionId);
  const untexted = data === undefined ? 0 : remainingIn(data);
  const waiting = data?.waiting ?? 0;
  const unanswered = data?.needsAttention ?? 0;

  async function endForGood(): Promise<void> {
    if ((await life.end()) && isHere()) onClose();
  }

  const keep = useVerb({ id: 'end-keep', label: t('actions.keep'), keys: 'Escape', inDialog: true, run: onClose });
  const end = useVerb({
    id: 'end-for-good',
    label: life.isBusy ? t('actions.ending') : t('actions.endForEver'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: life.isBusy,
    run: () => void endForGood(),
  });
  return (
    <>
      <p>{t('actions.endMeans')}</p>
      {waiting > 0 && <p>{t('actions.endWaiting', { count: waiting, shown: formats.number(waiting) })}</p>}
      {untexted > 0 && <p>{t('actions.endUntexted', { count: untexted, shown: formats.number(untexted) })}</p>}
      {unanswered > 0 && (
        <Caution>{t('actions.endUnanswered', { count: unanswered, shown: formats.number(unanswered) })}</Caution>
      )}
      <p>{t('actions.endReplies')}</p>
      {life.error !== null && <Problem>{tell(life.error)}</Problem>}
      <DialogButtons>
        {/* Enter keeps the action: only a key of its own ends it. */}
        <VerbButton verb={keep} variant="default" data-autofocus />
        <VerbButton verb={end} />
      </DialogButtons>
    </>
  );
}
