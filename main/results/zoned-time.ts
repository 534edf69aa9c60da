/**
 * Gives what writes instants (epoch ms) as ISO 8601 with whole seconds and the zone's offset at that instant, such as
 * `2026-03-02T10:00:00-05:00`. Takes an IANA name.
 * @throws RangeError for a zone that the runtime does not know.
 */
export function isoTimesIn(zone: string): (at: number) => string {
  // The calendar and digits are fixed, so that the file does not depend on the language of the computer.
  const clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  return (at) => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of clock.formatToParts(at)) part[type] = value;
    // `GMT` alone is an offset of nothing.
    const offset = part.timeZoneName?.slice('GMT'.length) || '+00:00';
    return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
  };
}
