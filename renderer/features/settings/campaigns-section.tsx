import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { CampaignsHere } from './campaigns-here.tsx';
import { useCreateCampaignMutation, useListCampaignsHereQuery, useOpenCampaignMutation } from './computer-api.ts';
import { Section } from './section.tsx';
import { StartLive } from './start-live.tsx';

/** Changing to another campaign of this computer, or beginning one. Either loads the window afresh. */
export function CampaignsSection() {
  const { t, tell } = useWords();
  const { data } = useListCampaignsHereQuery();
  const [openCampaign, opening] = useOpenCampaignMutation();
  const [createCampaign, creating] = useCreateCampaignMutation();
  const [isStarting, setIsStarting] = useState(false);
  if (data === undefined) return null;
  const error = opening.error ?? creating.error;
  return (
    <Section name="campaigns" lead={t('settings.campaigns.lead')}>
      <CampaignsHere
        campaigns={data.campaigns}
        isBusy={opening.isLoading}
        open={(campaignId) => void openCampaign({ campaignId })}
      />
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <Group gap="sm">
        <Button variant="default" onClick={() => setIsStarting(true)}>
          {t('settings.campaigns.startLive')}
        </Button>
        <Button
          variant="subtle"
          loading={creating.isLoading}
          onClick={() => void createCampaign({ intentId: mintIntentId(), mode: 'practice' })}
        >
          {t('settings.campaigns.startPractice')}
        </Button>
      </Group>
      <StartLive isOpen={isStarting} onClose={() => setIsStarting(false)} />
    </Section>
  );
}
