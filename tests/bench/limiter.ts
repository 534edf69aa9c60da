import type { Figures } from './figures.ts';
import { openBenchCarrier } from './support/bench-carrier.ts';
import { openBenchEngine } from './support/bench-engine.ts';
import { withBenchStore } from './support/bench-store.ts';
import { fillTextBank } from './support/text-bank.ts';

const segmentsPerSecond = 20;
const windowMs = 60_000;
const allowedSegments = (segmentsPerSecond * windowMs) / 1_000;
/** More than can leave in the window. */
const texts = 1_000;

/** What a number that has rested may use at most: the burst of a second, and the second half of the last long text. */
export const mostUtilisation = (allowedSegments + segmentsPerSecond + 1) / allowedSegments;

/**
 * How much of its rate a number uses: 20 segments a second for a minute of the real clock, in texts of one and of two
 * segments. Counted is what the carrier has accepted within a minute from when the first text was let go.
 */
export async function measureLimiter(): Promise<Figures> {
  const through = await openBenchCarrier({ latencyMs: 20 });
  try {
    const { carrier, ownPhone, simulator } = through;
    const startAt = await withBenchStore(async (bench) => {
      const { store, clock } = bench;
      const numbers = [{ phone: ownPhone, segmentsPerSecond }];
      fillTextBank(store, { texts, stage: 'queued', accountId: carrier.accountId, numbers, textOf: shortOrLong });
      const { rooms } = openBenchEngine(bench, carrier);
      rooms.start();
      // A second more, for what comes before the first text.
      await clock.sleep(windowMs + 1_000);
      await rooms.stop();
      const first = store.look((reader) =>
        reader.get<{ at: number }>('SELECT min(first_attempt_at) AS at FROM message'),
      );
      return first?.at ?? Number.NaN;
    });
    const accepted = await simulator.accepted();
    if (accepted.length === texts) throw new Error('the queue ran empty');
    const segments = accepted
      .filter(({ acceptedAt }) => acceptedAt < startAt + windowMs)
      .reduce((sum, text) => sum + text.segments, 0);
    return { limiterUtilisation: Math.round((segments * 10_000) / allowedSegments) / 10_000 };
  } finally {
    await through.close();
  }
}

/** By turns of one segment, which holds 160 plain letters, and of two. */
function shortOrLong(n: number): { readonly body: string; readonly segments: number } {
  const segments = 1 + (n % 2);
  return { body: `Hi Contact ${n}, this is Ana. `.padEnd(100 * segments, 'It would be good to see you. '), segments };
}
