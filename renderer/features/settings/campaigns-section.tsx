import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { StoreMode } from '../../../shared/contract/campaign.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListCampaignsHereQuery, useOpenCampaignMutation } from '../../bridge/rooms/campaigns-here.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { CampaignsHere } from './campaigns-here.tsx';
import { Section } from './section.tsx';
import { StartCampaign } from './start-campaign.tsx';

/** Changing to another campaign of this computer, or beginning one. Either loads the window afresh. */
export function CampaignsSection() {
  const { t, tell } = useWords();
  const { data: campaigns } = useListCampaignsHereQuery();
  const [openCampaign, { isLoading, error }] = useOpenCampaignMutation();
  const [starting, setStarting] = useState<StoreMode | null>(null);
  if (campaigns === undefined) return null;
  const openName = campaigns.find(({ isOpen }) => isOpen)?.name ?? t('settings.campaigns.unnamed');
  return (
    <Section name="campaigns" lead={t('settings.campaigns.lead')}>
      <CampaignsHere
        campaigns={campaigns}
        isBusy={isLoading}
        open={(campaignId) => void openCampaign({ campaignId })}
      />
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <Group gap="sm">
        <Button variant="default" onClick={() => setStarting('live')}>
          {t('settings.campaigns.startLive')}
        </Button>
        <Button variant="subtle" onClick={() => setStarting('practice')}>
          {t('settings.campaigns.startPractice')}
        </Button>
      </Group>
      <StartCampaign mode={starting} openName={openName} onClose={() => setStarting(null)} />
    </Section>
  );
}
