import { Button } from '@mantine/core';
import type { Output } from '../../../shared/contract/index.ts';
import { useWords } from '../../words/index.ts';
import styles from './campaigns-here.module.css';

interface CampaignsHereProps {
  readonly campaigns: Output<'app/list-campaigns'>['campaigns'];
  readonly isBusy: boolean;
  readonly open: (campaignId: string) => void;
}

/** The campaigns of this computer, each practice or live for ever. */
export function CampaignsHere({ campaigns, isBusy, open }: CampaignsHereProps) {
  const { t } = useWords();
  return (
    <ul className={styles.campaigns}>
      {campaigns.map(({ campaignId, name, mode, isOpen }) => (
        <li key={campaignId} className={styles.campaign}>
          <span className={styles.name}>{name ?? t('settings.campaigns.unnamed')}</span>
          <span className={mode === 'practice' ? styles.practice : styles.live}>{t(`settings.campaigns.${mode}`)}</span>
          <span className={styles.act}>
            {isOpen ? (
              t('settings.campaigns.isOpen')
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                disabled={isBusy}
                aria-label={t('settings.campaigns.openNamed', { name: name ?? t('settings.campaigns.unnamed') })}
                onClick={() => open(campaignId)}
              >
                {t('settings.campaigns.open')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
