/** Calls that may be asked for at any rate and happen at most once in each interval, the last one never left out. */
export interface Pace {
  ask(): void;
  end(): void;
}

/** @param intervalMs the first call happens at once, and every later one this long after the one before or later */
export function createPace(intervalMs: number, call: () => void): Pace {
  let resting: ReturnType<typeof setTimeout> | null = null;
  let isAsked = false;

  function happen(): void {
    isAsked = false;
    resting = setTimeout(() => {
      resting = null;
      if (isAsked) happen();
    }, intervalMs);
    call();
  }

  return {
    ask: () => {
      if (resting === null) happen();
      else isAsked = true;
    },
    end: () => {
      if (resting !== null) clearTimeout(resting);
      resting = null;
      isAsked = false;
    },
  };
}
