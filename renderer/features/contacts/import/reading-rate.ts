/** What was read by when, in bytes and epoch ms. */
export interface Reading {
  readonly at: number;
  readonly done: number;
}

/** The pace of the last seconds counts, not that of a file's beginning. */
const rememberedMs = 5_000;
/** Less than this says nothing yet. */
const shortestMs = 800;

export function remember(readings: readonly Reading[], reading: Reading): readonly Reading[] {
  const recent = readings.filter(({ at, done }) => at > reading.at - rememberedMs && done <= reading.done);
  return [...recent, reading];
}

/** Bytes per second; null while nobody can tell. */
export function rateOf(readings: readonly Reading[]): number | null {
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < shortestMs) return null;
  const rate = ((last.done - first.done) * 1_000) / (last.at - first.at);
  return rate > 0 ? rate : null;
}

/** Seconds until all of it is read at this pace; null while nobody can tell. */
export function secondsLeft(readings: readonly Reading[], total: number | null): number | null {
  const rate = rateOf(readings);
  const done = readings.at(-1)?.done ?? 0;
  return rate === null || total === null ? null : Math.ceil(Math.max(0, total - done) / rate);
}
