import { Button } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import styles from './other-campaigns.module.css';
import { useListOtherCampaignsQuery, useOpenOtherCampaignMutation } from './other-campaigns-api.ts';

/**
 * The way back for whoever has begun another campaign, or is not of this one: before anybody is signed in there are no
 * settings to go to. Nothing where this is the only campaign of the computer.
 */
export function OtherCampaigns() {
  const { t, tell } = useWords();
  const { data: campaigns = [] } = useListOtherCampaignsQuery();
  const [openCampaign, { isLoading, error }] = useOpenOtherCampaignMutation();
  if (campaigns.length === 0) return null;
  return (
    <div className={styles.others}>
      <Card title={t('start.otherCampaigns')}>
        {error && <Problem>{tell(appErrorOf(error))}</Problem>}
        <ul className={styles.list}>
          {campaigns.map(({ campaignId, name }) => (
            <li key={campaignId}>
              <Button
                className={styles.open ?? ''}
                variant="default"
                disabled={isLoading}
                onClick={() => void openCampaign({ campaignId })}
              >
                {t('start.openCampaign', { name })}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
