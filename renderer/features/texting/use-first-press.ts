import { useEffect, useRef } from 'react';
import { enterRestsMs } from '../../verbs/registry.ts';
import { type Arrival, isMeantForText } from './first-press.ts';

/**
 * For the card of the desk, which comes with a text that nobody has seen and stays from text to text: lets an act happen
 * once the first text has been in sight for a moment, and from then on always.
 */
export function useFirstPress(): (act: () => void) => void {
  const arrival = useRef<Arrival | null>({ paintedAt: null, pressedAt: null });
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (arrival.current !== null) arrival.current = { ...arrival.current, paintedAt: performance.now() };
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (act) => {
    const at = performance.now();
    if (arrival.current !== null && !isMeantForText(arrival.current, at, enterRestsMs)) {
      arrival.current = { ...arrival.current, pressedAt: at };
      return;
    }
    arrival.current = null;
    act();
  };
}
