/**
 * A clock for each zone that is asked for, made once: making a formatter costs a hundred times what using it costs. The
 * calendar and digits are fixed, so that what it shows does not depend on the language of the computer.
 * @param fields what the clock shows besides hours and minutes
 * @returns for an IANA zone name its clock. Throws a RangeError for a zone that the runtime does not know.
 */
export function zoneClocks(fields: Intl.DateTimeFormatOptions = {}): (zone: string) => Intl.DateTimeFormat {
  const clocks = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const known = clocks.get(zone);
    if (known !== undefined) return known;
    const clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      ...fields,
    });
    clocks.set(zone, clock);
    return clock;
  };
}
