import { useLayoutEffect, useRef } from 'react';
import type { Click } from '../../verbs/registry.ts';
import { useUncovered } from '../../verbs/use-uncovered.ts';
import { isMeantForText, type Sight } from './sight.ts';

/** Does the act once what stands on the card was in sight, and else nothing. */
export type WhenSeen = (click: Click | undefined, act: () => void) => void;

/**
 * For the card of the desk, which stays from text to text. Sight begins anew with whatever `shown` names, and nothing
 * waits for it but the press itself.
 */
export function useSight(shown: string): WhenSeen {
  const sight = useRef<Sight>({ isArrival: true, paintedAt: null, pressedAt: null });
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
  return (click, act) => {
    const at = performance.now();
    const pressedWith = click === undefined || click.detail === 0 ? 'key' : 'click';
    if (!isMeantForText(sight.current, at, pressedWith)) {
      sight.current = { ...sight.current, pressedAt: at };
      return;
    }
    sight.current = { isArrival: false, paintedAt: null, pressedAt: null };
    act();
  };
}
