import { zoneClocks } from '../../shared/domain/zone-clock.ts';

/** An instant, and whose clock tells it. */
export interface ZonedTime {
  /** Epoch ms. Cells show whole seconds. */
  readonly at: number;
  /** IANA name. */
  readonly zone: string;
}

const clockOf = zoneClocks({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});

/**
 * ISO 8601 with whole seconds and the zone's offset at that instant, such as `2026-03-02T10:00:00-05:00`.
 * @throws RangeError for a zone that the runtime does not know.
 */
export function isoTime({ at, zone }: ZonedTime): string {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) part[type] = value;
  // `GMT` alone is an offset of nothing.
  const offset = part.timeZoneName?.slice('GMT'.length) || '+00:00';
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
}

/**
 * What the zone's clock shows then, as a date of which the UTC parts are meant: spreadsheets know no zones.
 * @throws RangeError for a zone that the runtime does not know.
 */
export function wallTime(time: ZonedTime): Date {
  return new Date(`${isoTime(time).slice(0, '2026-03-02T10:00:00'.length)}Z`);
}
