import { useRef } from 'react';
import { mintIntentId } from './intent.ts';

/**
 * Intents of one button: pressed again for the very same thing, because no answer came, it is the same act; for
 * anything else it is another one. `done` ends the act.
 */
export function useIntent(): { readonly of: (what: unknown) => string; readonly done: () => void } {
  const act = useRef<{ readonly what: string; readonly intentId: string } | null>(null);
  return {
    of: (what) => {
      const told = JSON.stringify(what);
      if (act.current?.what !== told) act.current = { what: told, intentId: mintIntentId() };
      return act.current.intentId;
    },
    done: () => {
      act.current = null;
    },
  };
}
