import type { ReactNode } from 'react';
import type { StoreMode } from '../../../shared/contract/campaign.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useCreateCampaignMutation } from '../../bridge/rooms/campaigns-here.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { LiveNeeds } from './live-needs.tsx';

interface StartCampaignProps {
  /** What is to be begun; null while nobody asks for anything. */
  readonly mode: StoreMode | null;
  /** What becomes of this one is told as well. */
  readonly openName: string;
  readonly onClose: () => void;
}

/** Tells what beginning another campaign means, before there is one. */
export function StartCampaign({ mode, openName, onClose }: StartCampaignProps) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen={mode !== null}
      onClose={onClose}
      size="lg"
      title={mode === null ? '' : t(`settings.campaigns.${mode}Title`)}
    >
      {mode !== null && (
        <StartQuestion mode={mode} onClose={onClose}>
          {mode === 'live' ? <LiveNeeds /> : <p>{t('settings.campaigns.practiceLead')}</p>}
          <p>{t('settings.campaigns.closes', { name: openName })}</p>
        </StartQuestion>
      )}
    </Dialog>
  );
}

interface StartQuestionProps {
  readonly mode: StoreMode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Lives as long as the dialog is open. */
function StartQuestion({ mode, onClose, children }: StartQuestionProps) {
  const { t, tell } = useWords();
  const intent = useIntent();
  const [createCampaign, { isLoading, error }] = useCreateCampaignMutation();

  async function run(): Promise<void> {
    const { data } = await createCampaign({ mode, intentId: intent.of(mode) });
    if (data !== undefined) intent.done();
  }

  const cancel = useVerb({ id: 'start-cancel', label: t('app.cancel'), keys: 'Escape', inDialog: true, run: onClose });
  const create = useVerb({
    id: 'start-create',
    label: isLoading ? t('settings.campaigns.creating') : t(`settings.campaigns.${mode}Create`),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading,
    run: () => void run(),
  });
  return (
    <>
      {children}
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <DialogButtons>
        <VerbButton verb={cancel} variant="default" data-autofocus />
        <VerbButton verb={create} loading={isLoading} />
      </DialogButtons>
    </>
  );
}
