import { enterRestsMs } from '../../verbs/registry.ts';

/** A key, also on the focused button, or a pointer. */
export type PressedWith = 'key' | 'click';

/** How long a text has stood in front of the person who is to send it. Instants of `performance.now()`. */
export interface Sight {
  /** It has come to the screen, or from behind a dialog, without a press on the text before it. */
  readonly isArrival: boolean;
  /** When it was painted; null until then. */
  readonly paintedAt: number | null;
  /** When it was last pressed since, to no effect. */
  readonly pressedAt: number | null;
}

/**
 * How long a text must have been in sight. The second press of a double one comes sooner, and was made for the text
 * before; nobody has seen anything of this one by then. A hand is slower with a double click than with a key.
 */
export const glanceMs: Readonly<Record<PressedWith, number>> = { key: 150, click: 300 };

/**
 * Whether a press is meant for the text that stands there; one that is not does nothing, then or later. Where a text has
 * arrived, each press of a hand that goes on pressing was made for what stood there before, so it has to rest first.
 */
export function isMeantForText(
  { isArrival, paintedAt, pressedAt }: Sight,
  at: number,
  pressedWith: PressedWith,
): boolean {
  if (paintedAt === null) return false;
  if (isArrival) return at - Math.max(paintedAt, pressedAt ?? paintedAt) >= enterRestsMs;
  return at - paintedAt >= glanceMs[pressedWith];
}
