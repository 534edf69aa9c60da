/**
 * How much may leave at once, in segments, which is what carriers count. Takes the level of a bucket, a rate and an
 * instant; tells whether a text may leave, what is left after it, and when the next may. The bucket goes into debt: a
 * text leaves as soon as anything is there, however long it is, and those after it wait until the debt is paid. A
 * bucket that wanted the whole text to be there first would never let go of one that is longer than its burst.
 */

/** What an account or a number may send. Stored, so that a program that starts again sends no burst. */
export interface Level {
  /** Segments that may leave now; below zero, a debt. */
  readonly level: number;
  /** The instant (epoch ms) for which the level holds. */
  readonly at: number;
}

/**
 * "Anything": a thousandth of a segment, since sums of fractions never come out at exactly nothing. It is far more than
 * they can be wrong by, and a slow number earns it in some ten milliseconds.
 */
const leastSegments = 0.001;
/** By so much a sum of fractions may fall short and still count, or a bucket might stay closed at the instant it opens. */
const roundingSegments = 1e-9;

/** What may leave at once after a rest: one second's worth, and at least a segment. */
export function burstOf(segmentsPerSecond: number): number {
  return Math.max(1, segmentsPerSecond);
}

/** The level of a bucket that has never been drawn from. */
export function fullLevel(segmentsPerSecond: number, at: number): Level {
  return { level: burstOf(segmentsPerSecond), at };
}

/** The level at the instant `at`. When the clock went back, nothing is earned, and time counts from there. */
export function refilled(level: Level, segmentsPerSecond: number, at: number): Level {
  const earned = (Math.max(0, at - level.at) * segmentsPerSecond) / 1_000;
  return { level: Math.min(burstOf(segmentsPerSecond), level.level + earned), at };
}

/** Whether a text may leave, of a level that was refilled to now. */
export function isOpen(level: Level): boolean {
  return level.level >= leastSegments - roundingSegments;
}

/** The level after a text has left, which may be below zero. */
export function spent(level: Level, segments: number): Level {
  return { level: level.level - segments, at: level.at };
}

/**
 * The first whole millisecond (epoch) at which `isOpen(refilled(...))` is true: the level's own instant if it is open.
 * @param segmentsPerSecond more than 0
 */
export function opensAt(level: Level, segmentsPerSecond: number): number {
  if (isOpen(level)) return level.at;
  let at = level.at + Math.ceil(((leastSegments - level.level) * 1_000) / segmentsPerSecond);
  // The division may round to either side of the instant that the multiplication asks for.
  while (!isOpen(refilled(level, segmentsPerSecond, at))) at += 1;
  while (isOpen(refilled(level, segmentsPerSecond, at - 1))) at -= 1;
  return at;
}
