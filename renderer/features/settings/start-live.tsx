import { Modal } from '@mantine/core';
import { useState } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useCreateCampaignMutation } from './computer-api.ts';
import styles from './dialog.module.css';

interface StartLiveProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What texting real people needs, told before there is a campaign for it. */
export function StartLive({ isOpen, onClose }: StartLiveProps) {
  const { t } = useWords();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      closeOnEscape={false}
      size="lg"
      title={t('settings.campaigns.liveTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <StartLiveContent onClose={onClose} />
    </Modal>
  );
}

/** Lives as long as the dialog is open: each opening is one act. */
function StartLiveContent({ onClose }: { readonly onClose: () => void }) {
  const { t, tell } = useWords();
  const [intentId] = useState(mintIntentId);
  const [createCampaign, { isLoading, error }] = useCreateCampaignMutation();
  const cancel = useVerb({ id: 'live-cancel', label: t('app.cancel'), keys: 'Escape', inDialog: true, run: onClose });
  const create = useVerb({
    id: 'live-create',
    label: isLoading ? t('settings.campaigns.creating') : t('settings.campaigns.liveCreate'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading,
    run: () => void createCampaign({ intentId, mode: 'live' }),
  });
  return (
    <div className={styles.content}>
      <p>{t('settings.campaigns.liveLead')}</p>
      <ol className={styles.needs}>
        <li>{t('settings.campaigns.liveAccount')}</li>
        <li>{t('settings.campaigns.liveRegistration')}</li>
        <li>{t('settings.campaigns.liveConsent')}</li>
      </ol>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <DialogButtons>
        <VerbButton verb={cancel} variant="default" data-autofocus />
        <VerbButton verb={create} loading={isLoading} />
      </DialogButtons>
    </div>
  );
}
