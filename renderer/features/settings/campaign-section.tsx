import { longestDescription, longestName } from '../../../shared/contract/limits.ts';
import { useReadCampaignQuery } from '../../bridge/rooms/campaign.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { useWords } from '../../words/index.ts';
import { useChangeCampaignSettingsMutation, useRenameCampaignMutation } from './campaign-settings-api.ts';
import { SavedText } from './saved-text.tsx';
import { Section } from './section.tsx';

export function CampaignSection() {
  const { t } = useWords();
  const { data: campaign } = useReadCampaignQuery();
  const { data } = useReadSettingsQuery();
  const [rename] = useRenameCampaignMutation();
  const [change] = useChangeCampaignSettingsMutation();
  if (!campaign?.campaign || data === undefined) return null;
  return (
    <Section name="campaign">
      <SavedText
        label={t('settings.campaign.name')}
        description={t('settings.campaign.nameHint')}
        name="campaign-name"
        value={campaign.campaign.name}
        maxLength={longestName}
        missing={t('start.missingCampaignName')}
        save={(campaignName, intentId) => rename({ intentId, campaignName })}
      />
      <SavedText
        label={t('settings.campaign.description')}
        description={t('settings.campaign.descriptionHint')}
        name="description"
        value={data.settings.description}
        maxLength={longestDescription}
        isLong
        save={(description, intentId) => change({ intentId, changes: { description } })}
      />
    </Section>
  );
}
