import { useAppSelector } from '../../app/store.ts';
import { useReadCampaignQuery } from '../../bridge/rooms/campaign.ts';
import { useListNumbersQuery } from '../../bridge/rooms/numbers.ts';
import { useListScriptVariablesQuery } from '../../bridge/rooms/scripts.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import type { PreviewContact } from './actions-api.ts';
import { previewValues } from './preview-values.ts';

/** What scripts are filled with for a contact, texted by whoever sits here. */
export function usePreviewValues(): (contact: PreviewContact | null) => PreviewValues {
  const person = useAppSelector(({ session }) => session.session?.person);
  const { data: campaignData } = useReadCampaignQuery();
  const { data: settingsData } = useReadSettingsQuery();
  const { data: numbersData } = useListNumbersQuery();
  const { data: variablesData } = useListScriptVariablesQuery();
  const known = variablesData === undefined ? null : new Set(variablesData.variables.map(({ name }) => name));
  const phone = numbersData?.numbers.find(({ canText, lost }) => canText && !lost)?.phone ?? null;
  return (contact) =>
    previewValues({
      contact,
      texter: person ?? null,
      campaignName: campaignData?.campaign?.name ?? '',
      settings: settingsData ?? null,
      sendingPhone: phone,
      known,
    });
}
