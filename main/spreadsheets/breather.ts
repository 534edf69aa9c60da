/** Somebody's Enter waits for at most this long, in milliseconds, while rows are turned into a file. */
const turnMs = 5;

/** Gives the engine's thread back between rows: awaited after each, it waits only when this turn was long enough. */
export function createBreather(): () => Promise<void> | undefined {
  let turnBeganMs = performance.now();
  return () => {
    if (performance.now() - turnBeganMs < turnMs) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        turnBeganMs = performance.now();
        resolve();
      });
    });
  };
}
