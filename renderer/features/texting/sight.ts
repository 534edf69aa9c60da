import { enterRestsMs } from '../../verbs/registry.ts';

/** How long a text has stood in front of the person who is to act on it. Instants of `performance.now()`. */
export interface Sight {
  /** It has come to the screen, or from behind a dialog, without a press on the text before it. */
  readonly isArrival: boolean;
  /** When it was painted; null until then. */
  readonly paintedAt: number | null;
  /** When it was last pressed since, to no effect. */
  readonly pressedAt: number | null;
}

/**
 * How long a text must have been in sight: nobody reads a name in less. The second press of a double one comes sooner, and
 * was made for the text before. A double click may take as long as systems let it by themselves.
 */
export const glanceMs = { key: 210, click: 500 } as const;

/**
 * Whether a press is meant for the text that stands there; one that is not does nothing, then or later. Where a text has
 * arrived, each press of a hand that goes on pressing was made for what stood there before, so it has to rest first.
 * @param clickCount how many in a row a pointer has made, by the system's own setting; 0 for a key, also on the focused button
 */
export function isMeantForText({ isArrival, paintedAt, pressedAt }: Sight, at: number, clickCount: number): boolean {
  if (paintedAt === null || clickCount > 1) return false;
  const glance = clickCount === 0 ? glanceMs.key : glanceMs.click;
  if (!isArrival) return at - paintedAt >= glance;
  return at - Math.max(paintedAt, pressedAt ?? paintedAt) >= Math.max(glance, enterRestsMs);
}
