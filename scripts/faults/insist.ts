import { setTimeout as sleep } from 'node:timers/promises';

const tries = 200;

/** Asks the carrier's control door until it answers: it may be closed for a moment. @throws what the last try did. */
export async function insist<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (let left = tries; ; left -= 1) {
    try {
      return await ask();
    } catch (thrown) {
      if (left === 0) throw thrown;
      await sleep(30);
    }
  }
}
