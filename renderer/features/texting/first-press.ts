/** A text that has come to the screen without a press on the one before it. Instants of `performance.now()`. */
export interface Arrival {
  /** When it was painted; null until then. */
  readonly paintedAt: number | null;
  /** When the key was last pressed since, to no effect. */
  readonly pressedAt: number | null;
}

/**
 * Whether a press is meant for the text that stands there. The second press of a double one is not: it was made for
 * whatever stood there before, and so is each press of a hand that goes on pressing. Who goes on from text to text has
 * decided on that pace, and is never asked.
 * @param restMs how long the text must have been in sight, and the key have been left alone
 */
export function isMeantForText({ paintedAt, pressedAt }: Arrival, at: number, restMs: number): boolean {
  return paintedAt !== null && at - Math.max(paintedAt, pressedAt ?? paintedAt) >= restMs;
}
