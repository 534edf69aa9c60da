import { useRef, useState } from 'react';
import { createIntents, type Intents } from './intents.ts';

/** Intents of all that one component does. */
export function useIntents(): Intents {
  const [intents] = useState(() => createIntents());
  return intents;
}

/**
 * Intents of one button that makes something, by what it makes: pressed again for the very same thing, because no answer
 * came, it is the same act; for anything else it is another one. `done` ends the act that was asked for last.
 */
export function useIntent(): { readonly of: (what: unknown) => string; readonly done: () => void } {
  const intents = useIntents();
  const latest = useRef<unknown>(null);
  return {
    of: (what) => {
      latest.current = what;
      return intents.of('', what);
    },
    done: () => intents.done('', latest.current),
  };
}
