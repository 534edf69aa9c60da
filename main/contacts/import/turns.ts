/**
 * Lets one piece of work run at a time, in the order of asking. Gives what the work gives.
 * @throws the signal's reason when it aborts before the work's turn has come.
 */
export type TakeTurn = <Outcome>(signal: AbortSignal, work: () => Promise<Outcome>) => Promise<Outcome>;

export function createTurns(): TakeTurn {
  let last: Promise<void> = Promise.resolve();
  return async (signal, work) => {
    const before = last;
    let end = (): void => {};
    last = new Promise<void>((resolve) => {
      end = resolve;
    });
    try {
      await Promise.race([before, aborted(signal)]);
      return await work();
    } finally {
      // Whoever gives up waiting does not let the next one pass by the one before.
      void before.then(end);
    }
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
