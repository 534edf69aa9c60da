import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Click } from '../../verbs/registry.ts';
import { useUncovered } from '../../verbs/use-uncovered.ts';
import { bringIntoSight } from './in-sight.ts';
import { isMeantForText, type Sight } from './sight.ts';
import type { TooSoon } from './use-too-soon.ts';

/** Does the act once what stands on the card was in sight, and else nothing. */
export type WhenSeen = (click: Click | undefined, act: () => void) => void;

export interface Looking {
  readonly whenSeen: WhenSeen;
  /** Something that is to be read first has come to what stands there: the next press counts once the hand has rested. */
  readonly lookAgain: () => void;
}

const arrivedAt = (at: number): Sight => ({ isArrival: true, paintedAt: at, pressedAt: at });

/**
 * For the card of the desk, which stays from text to text, and for all that acts on whoever stands there. Sight begins anew
 * with whatever `shown` names, and nothing waits for it but the press itself. `tooSoon` hears of presses that came before
 * that, and of those that count.
 */
export function useSight(
  shown: string,
  card: RefObject<HTMLElement | null>,
  tooSoon: Pick<TooSoon, 'note' | 'forget'>,
): Looking {
  const sight = useRef<Sight>({ isArrival: true, paintedAt: null, pressedAt: null });
  useLayoutEffect(() => void bringIntoSight(card.current), [card]);
  // Before anything else can be pressed: what was seen is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text is to be seen anew.
  useLayoutEffect(() => {
    sight.current = { ...sight.current, paintedAt: null };
    const frame = requestAnimationFrame(() => {
      sight.current = { ...sight.current, paintedAt: performance.now() };
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  useUncovered(() => {
    sight.current = { isArrival: true, paintedAt: performance.now(), pressedAt: null };
  });
  return {
    whenSeen: (click, act) => {
      const at = performance.now();
      if (!isMeantForText(sight.current, at, click?.detail ?? 0)) {
        sight.current = { ...sight.current, pressedAt: at };
        // The rest of a double click belongs to the press before it.
        if ((click?.detail ?? 0) <= 1) tooSoon.note();
        return;
      }
      if (bringIntoSight(card.current)) {
        sight.current = arrivedAt(at);
        return;
      }
      sight.current = { isArrival: false, paintedAt: null, pressedAt: null };
      tooSoon.forget();
      act();
    },
    lookAgain: () => {
      sight.current = arrivedAt(performance.now());
    },
  };
}
