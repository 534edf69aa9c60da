import { Button } from '@mantine/core';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppStore } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListNumbersQuery } from '../../bridge/rooms/numbers.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import { type PreviewContact, usePublishActionMutation, useReadReachQuery } from './actions-api.ts';
import type { Draft, KeptDraft } from './draft.ts';
import { PublishFacts } from './publish-facts.tsx';
import { reachedOf } from './reach.ts';

interface PublishDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAddResponse: () => void;
  readonly onPublished: (actionId: number, jobId: number) => void;
  readonly draft: Draft;
  readonly kept: KeptDraft;
  readonly sample: readonly PreviewContact[];
  readonly valuesFor: (contact: PreviewContact | null) => PreviewValues;
}

/** Says whom the action will text, from where, when and how much, before anybody can. */
export function PublishDialog(props: PublishDialogProps) {
  const { t } = useWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t('actions.publishTitle')} size="lg">
      <PublishQuestion {...props} />
    </Dialog>
  );
}

function PublishQuestion(props: PublishDialogProps) {
  const { onClose, onAddResponse, onPublished, draft, kept, sample, valuesFor } = props;
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const { getState } = useAppStore();
  const [publishAction, { isLoading, error }] = usePublishActionMutation();
  const { data: numbersData } = useListNumbersQuery();
  const intent = useIntent();
  const numbers = numbersData?.numbers.filter(({ canText, lost }) => canText && !lost) ?? [];
  const hasNoNumbers = numbersData !== undefined && numbers.length === 0;
  const failure = error === undefined ? null : appErrorOf(error);
  const { actionId } = kept;
  const { currentData: reach } = useReadReachQuery(actionId, { refetchOnMountOrArgChange: true });
  const reachesNobody = reach !== undefined && reachedOf(reach) === 0;

  async function publish(): Promise<void> {
    const isSameSession = sameSession(getState);
    const { data } = await publishAction({ actionId, intentId: intent.of(actionId) });
    if (data === undefined || !isSameSession()) return;
    intent.done();
    onPublished(actionId, data.jobId);
  }

  const notYet = useVerb({
    id: 'publish-not-yet',
    label: t('actions.notYet'),
    keys: 'Escape',
    inDialog: true,
    run: onClose,
  });
  const verb = useVerb({
    id: 'publish-for-good',
    label: isLoading ? t('actions.publishing') : t('actions.publish'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading || hasNoNumbers || reachesNobody,
    run: () => void publish(),
  });
  return (
    <>
      <PublishFacts
        draft={draft}
        kept={kept}
        sample={sample}
        valuesFor={valuesFor}
        numbers={numbers}
        reach={reach}
        onAddResponse={onAddResponse}
      />
      {reachesNobody && <Problem>{t('actions.previewNobody')}</Problem>}
      {hasNoNumbers && <Problem>{t('actions.noNumbers')}</Problem>}
      {failure !== null && <Problem>{tell(failure)}</Problem>}
      <DialogButtons>
        {/* Enter goes back to the form: only a key of its own publishes. */}
        <VerbButton verb={notYet} variant="default" data-autofocus />
        {hasNoNumbers || failure?.code === 'numbers/none' ? (
          <Button onClick={() => dispatch(wentTo({ screen: 'settings' }))}>{t('actions.goToSettings')}</Button>
        ) : (
          <VerbButton verb={verb} />
        )}
      </DialogButtons>
    </>
  );
}
