import type { SettingsView } from '../../../shared/contract/campaign.ts';

/** What a campaign's settings are when nobody has changed them. */
export const settings: SettingsView = {
  description: '',
  timeZone: 'America/New_York',
  startMinute: 540,
  endMinute: 1260,
  bucketSize: 100,
  lockMinutes: 360,
  contactFallback: '',
  texterFallback: '',
  mostUnanswered: null,
  ownWords: true,
  startWords: '',
};
