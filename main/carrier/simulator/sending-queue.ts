/** The queue in front of one sending number: when a text leaves it, and when it takes no more. */
import type { Knobs } from './knobs.ts';
import type { NumberRow } from './number-rows.ts';

export interface QueuePlace {
  /** When the text may leave, at the number's rate. */
  readonly leavesAt: number;
  /** When the last of its segments has left, and the next text may. */
  readonly freeAt: number;
}

/** @returns null when the queue is full. A number without a rate has an empty queue. */
export function placeInQueue(number: NumberRow, segments: number, knobs: Knobs, nowAt: number): QueuePlace | null {
  if (knobs.segmentsPerSecond === null) return { leavesAt: nowAt, freeAt: number.queueFreeAt };
  const leavesAt = Math.max(nowAt, number.queueFreeAt);
  const freeAt = leavesAt + Math.ceil((segments * 1_000) / knobs.segmentsPerSecond);
  return freeAt - nowAt > knobs.queueSeconds * 1_000 ? null : { leavesAt, freeAt };
}
