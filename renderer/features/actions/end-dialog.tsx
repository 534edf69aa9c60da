import { Modal } from '@mantine/core';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { ActionView } from './action-state.ts';
import { useReadActionProgressQuery } from './actions-api.ts';
import styles from './dialog.module.css';
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
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('actions.endTitle', { name: props.action.name })}
      size="md"
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <EndQuestion {...props} />
    </Modal>
  );
}

function EndQuestion({ onClose, action, life }: EndDialogProps) {
  const { t, tell, formats } = useWords();
  const { data } = useReadActionProgressQuery(action.actionId);
  const untexted = data === undefined ? 0 : data.unassigned + data.claimed;
  const keep = useVerb({ id: 'end-keep', label: t('actions.keep'), keys: 'Escape', inDialog: true, run: onClose });
  const end = useVerb({
    id: 'end-for-good',
    label: life.isBusy ? t('actions.ending') : t('actions.endForEver'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: life.isBusy,
    run: () => void life.end().then((isDone) => isDone && onClose()),
  });
  return (
    <div className={styles.content}>
      <p>{t('actions.endMeans')}</p>
      {untexted > 0 && <p>{t('actions.endUntexted', { count: untexted, shown: formats.number(untexted) })}</p>}
      <p>{t('actions.endReplies')}</p>
      {life.error !== null && <Problem>{tell(life.error)}</Problem>}
      <DialogButtons>
        {/* Enter keeps the action: only a key of its own ends it. */}
        <VerbButton verb={keep} variant="default" data-autofocus />
        <VerbButton verb={end} />
      </DialogButtons>
    </div>
  );
}
