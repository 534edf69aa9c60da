import { useMemo } from 'react';
import { useWords } from '../../words/index.ts';
import type { Saved } from './saved.ts';
import { SavedSelect } from './saved-select.tsx';
import { zoneGroups, zoneLabel } from './time-zones.ts';

interface TimeZoneProps {
  readonly value: string;
  readonly save: (zone: string, intentId: string) => Promise<Saved>;
}

/** The campaign's own clock, found by typing a city. */
export function TimeZone({ value, save }: TimeZoneProps) {
  const { t } = useWords();
  const data = useMemo(() => {
    const options = (zones: readonly string[]) => zones.map((zone) => ({ value: zone, label: zoneLabel(zone) }));
    const { american, others } = zoneGroups(value);
    return [
      { group: t('settings.texting.usZones'), items: options(american) },
      { group: t('settings.texting.otherZones'), items: options(others) },
    ];
  }, [t, value]);
  return (
    <SavedSelect
      label={t('settings.texting.timeZone')}
      description={t('settings.texting.timeZoneHint')}
      data={data}
      limit={60}
      nothingFoundMessage={t('settings.texting.noZone')}
      value={value}
      save={save}
    />
  );
}
