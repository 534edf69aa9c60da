import { useCallback, useEffect, useRef, useState } from 'react';

/** One press that came too soon is a double one, and was meant for nothing; a hand that is too fast presses again by then. */
const handMs = 2_000;
/** Long enough to be read. */
const toldMs = 4_000;

export interface TooSoon {
  /** To be told of now. */
  readonly isTold: boolean;
  /** A press did nothing, since what stands on the card had not been in sight for long enough. */
  readonly note: () => void;
  /** Something else has been done since. */
  readonly forget: () => void;
}

/** Tells a hand that is too fast why some of its presses do nothing, until it has slowed down. */
export function useTooSoon(): TooSoon {
  const [isTold, setTold] = useState(false);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  const end = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(end.current), []);
  const note = useCallback((): void => {
    const at = performance.now();
    const isAgain = at - lastAt.current <= handMs;
    lastAt.current = at;
    if (!isAgain) return;
    setTold(true);
    clearTimeout(end.current);
    end.current = setTimeout(() => setTold(false), toldMs);
  }, []);
  const forget = useCallback((): void => setTold(false), []);
  return { isTold, note, forget };
}
