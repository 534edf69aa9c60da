import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Problem } from '../../ui/problem.tsx';
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
  return (
    <div className={styles.content}>
      <p>{t('settings.campaigns.liveLead')}</p>
      <ol className={styles.needs}>
        <li>{t('settings.campaigns.liveAccount')}</li>
        <li>{t('settings.campaigns.liveRegistration')}</li>
        <li>{t('settings.campaigns.liveConsent')}</li>
      </ol>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose} data-autofocus>
          {t('app.cancel')}
        </Button>
        <Button loading={isLoading} onClick={() => void createCampaign({ intentId, mode: 'live' })}>
          {isLoading ? t('settings.campaigns.creating') : t('settings.campaigns.liveCreate')}
        </Button>
      </Group>
    </div>
  );
}
