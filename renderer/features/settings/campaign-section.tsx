import { mintIntentId } from '../../bridge/intent.ts';
import { useWords } from '../../words/index.ts';
import { useReadCampaignQuery } from '../start/campaign-api.ts';
import {
  useChangeCampaignSettingsMutation,
  useReadCampaignSettingsQuery,
  useRenameCampaignMutation,
} from './campaign-settings-api.ts';
import { SavedText } from './saved-text.tsx';
import { Section } from './section.tsx';

/** Longest name and description, as the contract has them. */
const longestName = 120;
const longestDescription = 2_000;

export function CampaignSection() {
  const { t } = useWords();
  const { data: campaign } = useReadCampaignQuery();
  const { data } = useReadCampaignSettingsQuery();
  const [rename] = useRenameCampaignMutation();
  const [change] = useChangeCampaignSettingsMutation();
  if (!campaign?.campaign || data === undefined) return null;
  return (
    <Section name="campaign">
      <SavedText
        label={t('settings.campaign.name')}
        description={t('settings.campaign.nameHint')}
        value={campaign.campaign.name}
        maxLength={longestName}
        missing={t('start.missingCampaignName')}
        save={(campaignName) => rename({ intentId: mintIntentId(), campaignName })}
      />
      <SavedText
        label={t('settings.campaign.description')}
        description={t('settings.campaign.descriptionHint')}
        value={data.settings.description}
        maxLength={longestDescription}
        isLong
        save={(description) => change({ intentId: mintIntentId(), changes: { description } })}
      />
    </Section>
  );
}
