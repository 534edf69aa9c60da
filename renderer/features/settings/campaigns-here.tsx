import { Button } from '@mantine/core';
import type { CampaignHere } from '../../bridge/rooms/campaigns-here.ts';
import { useWords } from '../../words/index.ts';
import styles from './campaigns-here.module.css';

interface CampaignsHereProps {
  readonly campaigns: readonly CampaignHere[];
  readonly isBusy: boolean;
  readonly open: (campaignId: string) => void;
}

/** The campaigns of this computer, each practice or live for ever. */
export function CampaignsHere({ campaigns, isBusy, open }: CampaignsHereProps) {
  const { t, formats } = useWords();
  return (
    <ul className={styles.campaigns}>
      {campaigns.map(({ campaignId, name, mode, begunAt, isOpen }) => (
        <li key={campaignId} className={styles.campaign}>
          <span className={styles.name}>{name ?? t('settings.campaigns.unnamed')}</span>
          {name === null && begunAt !== null && (
            <span className={styles.begun}>{t('settings.campaigns.begun', { date: formats.date(begunAt) })}</span>
          )}
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
