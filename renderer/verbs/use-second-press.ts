import { useRef, useState } from 'react';
import { enterRestsMs } from './registry.ts';

export interface SecondPress {
  /** The act was pressed, and waits for another press. */
  readonly isAsked: boolean;
  /** The next press asks. */
  readonly willAsk: boolean;
  /** Does the act, or has it ask. */
  readonly press: (act: () => void) => void;
}

/**
 * For an act that there is something to be thought of before: the first press only asks, and the next one does it, once the
 * hand has rested since the one before it.
 * @param about names what is to be thought of, and is asked about anew when it changes; empty where there is nothing
 */
export function useSecondPress(about: string): SecondPress {
  const [askedAbout, setAskedAbout] = useState('');
  const pressedAt = useRef(0);
  const isAsked = about !== '' && askedAbout === about;
  return {
    isAsked,
    willAsk: about !== '' && !isAsked,
    press: (act) => {
      const at = performance.now();
      const hasRested = at - pressedAt.current >= enterRestsMs;
      pressedAt.current = at;
      if (about === '' || (isAsked && hasRested)) act();
      else setAskedAbout(about);
    },
  };
}
