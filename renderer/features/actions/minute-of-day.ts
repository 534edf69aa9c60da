/** An instant of today that shows the minute after midnight, for writing it as times are written here. */
export function minuteOfDay(minute: number): number {
  return new Date(2026, 0, 15, 0, minute).getTime();
}
