import type { SettingsView } from '../../../shared/contract/campaign.ts';
import { exceedsCustomary } from '../../../shared/domain/texting-hours.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Caution } from '../../ui/caution.tsx';
import { customaryHours } from '../../words/clock.ts';
import { useWords } from '../../words/index.ts';
import { useChangeCampaignSettingsMutation } from './campaign-settings-api.ts';
import { FallbackNames } from './fallback-names.tsx';
import type { Saved } from './saved.ts';
import { SavedChoice } from './saved-choice.tsx';
import { SavedSelect } from './saved-select.tsx';
import { Section } from './section.tsx';
import { TextersRules } from './texters-rules.tsx';
import { bucketSizes, endMinutes, lockChoices, startMinutes } from './texting-choices.ts';
import styles from './texting-section.module.css';
import { TimeZone } from './time-zone.tsx';
import { useDurations } from './use-durations.ts';

export type ChangeSettings = (changes: Partial<SettingsView>, intentId: string) => Promise<Saved>;

/** The rules that every text obeys. */
export function TextingSection() {
  const { t, formats } = useWords();
  const { duration, clock } = useDurations();
  const { data } = useReadSettingsQuery();
  const [changeSettings] = useChangeCampaignSettingsMutation();
  if (data === undefined) return null;
  const { settings } = data;
  const change: ChangeSettings = (changes, intentId) => changeSettings({ intentId, changes });
  const times = (minutes: readonly number[]) => minutes.map((minute) => ({ value: `${minute}`, label: clock(minute) }));
  return (
    <Section name="texting" lead={t('settings.texting.lead')}>
      <div className={styles.pair}>
        <SavedSelect
          label={t('settings.texting.startsAt')}
          data={times(startMinutes(settings.startMinute))}
          value={`${settings.startMinute}`}
          save={(minute, intentId) => change({ startMinute: Number(minute) }, intentId)}
        />
        <SavedSelect
          label={t('settings.texting.endsAt')}
          data={times(endMinutes(settings.endMinute))}
          value={`${settings.endMinute}`}
          save={(minute, intentId) => change({ endMinute: Number(minute) }, intentId)}
        />
        <p className={styles.hint}>{t('settings.texting.hoursHint')}</p>
        {/* Always in the page, so that it is read out when it comes. */}
        <p className={styles.caution} role="status">
          {exceedsCustomary(settings) && <Caution>{t('app.wideHours', customaryHours({ t, formats }))}</Caution>}
        </p>
      </div>
      <TimeZone value={settings.timeZone} save={(timeZone, intentId) => change({ timeZone }, intentId)} />
      <SavedSelect
        label={t('settings.texting.lock')}
        description={t('settings.texting.lockHint')}
        data={lockChoices(settings.lockMinutes).map((minutes) => ({
          value: `${minutes}`,
          label: minutes === 0 ? t('settings.texting.lockOff') : duration(minutes),
        }))}
        value={`${settings.lockMinutes}`}
        save={(minutes, intentId) => change({ lockMinutes: Number(minutes) }, intentId)}
      />
      <SavedChoice
        label={t('settings.texting.bucketSize')}
        description={t('settings.texting.bucketSizeHint')}
        options={bucketSizes.map((size) => ({ value: `${size}`, label: `${size}` }))}
        value={`${settings.bucketSize}`}
        save={(size, intentId) =>
          change({ bucketSize: bucketSizes.find((each) => `${each}` === size) ?? settings.bucketSize }, intentId)
        }
      />
      <TextersRules settings={settings} change={change} />
      <FallbackNames settings={settings} change={change} />
    </Section>
  );
}
