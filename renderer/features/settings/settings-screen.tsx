import type { ComponentType } from 'react';
import { isAdmin } from '../../app/navigation.tsx';
import type { Place } from '../../app/place-slice.ts';
import { useAppSelector } from '../../app/store.ts';
import { useReadCampaignQuery } from '../../bridge/rooms/campaign.ts';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';
import { CampaignSection } from './campaign-section.tsx';
import { CampaignsSection } from './campaigns-section.tsx';
import { CarrierSection } from './carrier-section.tsx';
import { ComputerSection } from './computer-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { NumbersSection } from './numbers-section.tsx';
import { SectionList } from './section-list.tsx';
import { type SectionName, sectionsFor } from './sections.ts';
import styles from './settings-screen.module.css';
import { TextingSection } from './texting-section.tsx';
import { useShownSection } from './use-shown-section.ts';
import { WindowSection } from './window-section.tsx';

const parts: { readonly [Name in SectionName]: ComponentType } = {
  campaign: CampaignSection,
  texting: TextingSection,
  fields: FieldsSection,
  numbers: NumbersSection,
  carrier: CarrierSection,
  campaigns: CampaignsSection,
  window: WindowSection,
  computer: ComputerSection,
};

interface SettingsScreenProps {
  readonly place: Extract<Place, { screen: 'settings' }>;
}

/** What is decided once and holds from then on. Each change is saved by itself. */
export function SettingsScreen({ place }: SettingsScreenProps) {
  const { t } = useWords();
  const { data } = useReadCampaignQuery();
  const person = useAppSelector(({ session }) => session.session?.person);
  const held = useShownSection(place, data !== undefined && person !== undefined);
  if (data === undefined || person === undefined) return null;
  const sections = sectionsFor({ isAdmin: isAdmin(person), mode: data.mode });
  return (
    <Screen title={t('settings.title')} lead={t('settings.lead')}>
      <div className={styles.columns}>
        <div className={styles.parts} ref={held}>
          {sections.map((name) => {
            const Part = parts[name];
            return <Part key={name} />;
          })}
        </div>
        <div>
          <SectionList sections={sections} />
        </div>
      </div>
    </Screen>
  );
}
