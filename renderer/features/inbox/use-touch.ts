import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useAppSelector } from '../../app/store.ts';

/** Those that move the cursor in words, and do not move that of the list. */
const moving: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

export interface Touch {
  /** Names the opening of the conversation that nobody has touched the words in; empty once somebody has. */
  readonly untouched: string;
  /** Somebody has written or chosen something. */
  readonly touch: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * Whether somebody has had to do with the words in the composer since the conversation was opened: half an answer stands
 * there from before, with the cursor behind it, and the next Enter may be meant for something else.
 */
export function useTouch(): Touch {
  const turn = useAppSelector(({ inbox }) => inbox.turn);
  const [touchedIn, setTouchedIn] = useState<number | null>(null);
  const touch = (): void => setTouchedIn(turn);
  return {
    untouched: touchedIn === turn ? '' : `untouched ${turn}`,
    touch,
    onKeyDown: ({ key, altKey }) => {
      if (moving.has(key) && !altKey) touch();
    },
    // The second click of a double one was made for what stood there before.
    onClick: ({ detail }) => {
      if (detail <= 1) touch();
    },
  };
}
