/** Texting hours as the driver itself knows them: 09:00 to 21:00 on every clock that the contact may live by. */
const opens = '09:00';
const closes = '21:00';

const clocks = new Map<string, Intl.DateTimeFormat>();

function localTime(zone: string, at: number): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(zone, clock);
  return clock.format(at);
}

/** @param at epoch ms. The closing minute itself is outside. */
export function isOpenAt(zones: readonly string[], at: number): boolean {
  return zones.every((zone) => {
    const time = localTime(zone, at);
    return opens <= time && time < closes;
  });
}
