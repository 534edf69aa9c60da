/** The two ways in which Twilio writes an instant, and the one in which a filter reads it. */

const oneDayMs = 86_400_000;

/** RFC 2822 in GMT with whole seconds, as the 2010-04-01 API dates: `Thu, 24 Aug 2023 05:01:45 +0000`. */
export function rfc2822(instantAt: number): string {
  return new Date(instantAt).toUTCString().replace('GMT', '+0000');
}

/** ISO 8601 with whole seconds, as the newer hosts date: `2023-08-24T05:01:45Z`. */
export function isoSeconds(instantAt: number): string {
  return new Date(instantAt).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export interface Span {
  /** Epoch ms, included. */
  readonly fromAt: number;
  /** Epoch ms, included: a second or a day is over only at its last millisecond. */
  readonly untilAt: number;
}

/** The day or the second that a date filter names, in UTC, or null when it is neither. */
export function spanOf(text: string): Span | null {
  const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!wholeDay && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const fromAt = Date.parse(text);
  if (Number.isNaN(fromAt)) return null;
  return { fromAt, untilAt: fromAt + (wholeDay ? oneDayMs : 1_000) - 1 };
}
