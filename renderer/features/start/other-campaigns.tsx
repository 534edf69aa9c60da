import { Button } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListCampaignsHereQuery, useOpenCampaignMutation } from '../../bridge/rooms/campaigns-here.ts';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import styles from './other-campaigns.module.css';

/**
 * The way back for whoever has begun another campaign, or is not of this one: before anybody is signed in there are no
 * settings to go to. Nothing where this is the only campaign of the computer.
 */
export function OtherCampaigns() {
  const { t, tell, formats } = useWords();
  const { data: campaigns = [] } = useListCampaignsHereQuery();
  const [openCampaign, { isLoading, error }] = useOpenCampaignMutation();
  const others = campaigns.filter(({ isOpen }) => !isOpen);
  if (others.length === 0) return null;
  return (
    <div className={styles.others}>
      <Card title={t('start.otherCampaigns')}>
        {error && <Problem>{tell(appErrorOf(error))}</Problem>}
        <ul className={styles.list}>
          {others.map(({ campaignId, name, mode, begunAt }) => (
            <li key={campaignId} className={styles.campaign}>
              <Button
                className={styles.open ?? ''}
                variant="default"
                disabled={isLoading}
                aria-describedby={`about-${campaignId}`}
                onClick={() => void openCampaign({ campaignId })}
              >
                {name === null ? t('start.openUnnamed') : t('start.openCampaign', { name })}
              </Button>
              <span id={`about-${campaignId}`} className={styles.about}>
                {begunAt === null
                  ? t(`start.mode.${mode}`)
                  : t('start.modeAndDate', { mode: t(`start.mode.${mode}`), date: formats.date(begunAt) })}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
