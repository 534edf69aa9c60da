import { setTimeout as sleep } from 'node:timers/promises';

/** Thrown into whatever waits when the time for all of it is over. */
export class GaveUp extends Error {}

/** Waits for things by name, so that a run that takes too long can say what it waited for. */
export interface Patience {
  /** Rejects with GaveUp when all patience is at an end. */
  readonly isOver: Promise<never>;
  /** Asks again and again until the answer is not `null`. */
  until<Found>(what: string, ask: () => Promise<Found | null> | Found | null): Promise<Found>;
  /** Lets it take its time, up to the end of all patience. */
  during<Found>(what: string, work: Promise<Found>): Promise<Found>;
  /** @throws GaveUp when all patience is at an end. */
  pause(ms: number): Promise<void>;
  end(): void;
}

const askEveryMs = 150;

export function createPatience(giveUpAfterMs: number): Patience {
  const waitingFor = new Map<symbol, string>();
  const leaving = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const names = [...new Set(waitingFor.values())].join('; ');
      reject(new GaveUp(`Gave up after ${giveUpAfterMs / 60_000} minutes. It waited for: ${names || 'nothing'}.`));
      leaving.abort();
    }, giveUpAfterMs);
  });
  // Whoever waits hears of it; nobody may be waiting at that moment.
  isOver.catch(() => {});

  async function during<Found>(what: string, work: Promise<Found>): Promise<Found> {
    const mine = Symbol(what);
    waitingFor.set(mine, what);
    try {
      return await Promise.race([work, isOver]);
    } finally {
      waitingFor.delete(mine);
    }
  }

  async function ask<Found>(question: () => Promise<Found | null> | Found | null): Promise<Found> {
    for (;;) {
      const found = await question();
      if (found !== null) return found;
      await sleep(askEveryMs, undefined, { signal: leaving.signal });
    }
  }

  return {
    isOver,
    until: (what, question) => during(what, ask(question)),
    during,
    pause: (ms) => during('a pause', sleep(ms)),
    end: () => {
      clearTimeout(timer);
      leaving.abort();
    },
  };
}
