/** Clocks of the United States and its territories, from east to west; most campaigns need no other. */
const american: readonly string[] = [
  'America/Puerto_Rico',
  'America/New_York',
  'America/Detroit',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
];

/** Every time zone that this computer knows, the American ones first. What is kept is among them, whatever it is. */
export function zoneGroups(kept: string): { readonly american: readonly string[]; readonly others: readonly string[] } {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), kept]);
  return { american, others: [...known].filter((zone) => !american.includes(zone)).sort() };
}

/** `New York (America)`: people look for their city. */
export function zoneLabel(zone: string): string {
  const [region, ...places] = zone.replaceAll('_', ' ').split('/');
  return places.length === 0 ? zone : `${places.reverse().join(', ')} (${region})`;
}
