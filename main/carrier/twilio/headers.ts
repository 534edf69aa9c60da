/**
 * Times in the carrier's answers. Both forms in use are RFC 2822 with English names: headers end in GMT, dates inside
 * bodies in +0000. `Date.parse` is not used, because it takes many texts that are no dates and gives some instant.
 */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const shape =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC|([+-])(\d{2})(\d{2}))$/;

/** The instant (epoch ms) that an RFC 2822 date names, or null when the text is none. */
export function parseRfc2822(text: string): number | null {
  const match = shape.exec(text);
  if (match === null) return null;
  const [, day, month, year, hour, minute, second, sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const localAt = Date.UTC(
    Number(year),
    months.indexOf(month ?? ''),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const written = `${day?.padStart(2, '0')} ${month} ${year} ${hour}:${minute}:${second}`;
  // An impossible date such as 31 Feb rolls over into another one, and then reads differently.
  if (Number.isNaN(localAt) || new Date(localAt).toUTCString().slice(5, 25) !== written) return null;
  const offsetMs = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000;
  return sign === '-' ? localAt + offsetMs : localAt - offsetMs;
}

/** The pause that a `Retry-After` header asks for: whole seconds, or a date that is measured from `serverAt`. */
export function parseRetryAfter(text: string, serverAt: number): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
  const untilAt = parseRfc2822(text);
  return untilAt === null ? null : Math.max(0, untilAt - serverAt);
}
