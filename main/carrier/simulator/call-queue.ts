/** Calls to the customer's server: those about one message one after the other, and never more than so many at once. */

export interface CallQueue {
  /** @param call must not reject. */
  add(message: string, call: () => Promise<void>): void;
}

export function callQueue(atOnce: number): CallQueue {
  const lastOf = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn(call: () => Promise<void>): Promise<void> {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    await call();
    // The place is handed over, or given up when nobody waits for it.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    add: (message, call) => {
      const mine = (lastOf.get(message) ?? Promise.resolve())
        .then(() => inTurn(call))
        .then(() => {
          if (lastOf.get(message) === mine) lastOf.delete(message);
        });
      lastOf.set(message, mine);
    },
  };
}
