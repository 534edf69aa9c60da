import { type Figures, percentile } from './figures.ts';
import { postBare } from './reference/posting.ts';
import { type BenchCarrier, openBenchCarrier } from './support/bench-carrier.ts';
import { openBenchEngine } from './support/bench-engine.ts';
import { withBenchStore } from './support/bench-store.ts';
import { fillTextBank, isUnderWay } from './support/text-bank.ts';

const texts = 2_000;
/** Enough that one of them may be disturbed by something else on the machine. */
const drains = 3;

/**
 * 2,000 queued texts, from the outbox's start until each is known to be with the carrier: a simulator process that takes
 * 20 ms for an answer, with rates that never bind. A bare loop runs before and after each drain, so that a machine that
 * grows slower or faster meanwhile does so for both. Each run has a simulator of its own: the engine reads the account
 * before anything leaves, and would read what the others have posted.
 */
export async function measureDrain(): Promise<Figures> {
  const withLatency = await drainBeside({ latencyMs: 20 }, drains);
  const without = await drainBeside({ latencyMs: 0 }, 1);
  return {
    drainRatio: Math.round(withLatency.ratio * 1_000) / 1_000,
    drainPerS: Math.round(withLatency.perS),
    bareDrainPerS: Math.round(withLatency.barePerS),
    zeroLatencyDrainPerS: Math.round(without.perS),
    zeroLatencyBarePerS: Math.round(without.barePerS),
  };
}

/** Medians; the ratio is of how long a drain took to how long the bare loops beside it did. */
async function drainBeside(
  line: { readonly latencyMs: number },
  times: number,
): Promise<{ readonly ratio: number; readonly perS: number; readonly barePerS: number }> {
  const bare = () =>
    through(line, ({ simulator, ownPhone }: BenchCarrier) => postBare(simulator.ready, ownPhone, texts));
  const barePerS = [await bare()];
  const perS: number[] = [];
  const ratios: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const drained = await through(line, drain);
    barePerS.push(await bare());
    perS.push(drained);
    ratios.push(2 / barePerS.slice(-2).reduce((sum, each) => sum + drained / each, 0));
  }
  return { ratio: percentile(ratios, 0.5), perS: percentile(perS, 0.5), barePerS: percentile(barePerS, 0.5) };
}

async function through<Outcome>(
  line: { readonly latencyMs: number },
  work: (carrier: BenchCarrier) => Promise<Outcome>,
): Promise<Outcome> {
  const carrier = await openBenchCarrier(line);
  try {
    return await work(carrier);
  } finally {
    await carrier.close();
  }
}

/** Gives texts per second. */
async function drain({ carrier, ownPhone }: BenchCarrier): Promise<number> {
  return withBenchStore(async (bench) => {
    const { store, clock } = bench;
    const numbers = [{ phone: ownPhone, segmentsPerSecond: 100_000 }];
    fillTextBank(store, { texts, stage: 'queued', accountId: carrier.accountId, numbers });
    const { rooms } = openBenchEngine(bench, carrier);
    const startedMs = performance.now();
    rooms.start();
    while (isUnderWay(store)) await clock.sleep(5);
    const tookMs = performance.now() - startedMs;
    await rooms.stop();
    const handedOver = store.look((reader) =>
      reader.get<{ n: number }>(`SELECT count(*) AS n FROM message WHERE state = 'handed-over'`),
    )?.n;
    if (handedOver !== texts) throw new Error(`${handedOver} of ${texts} texts were handed over`);
    return (texts * 1_000) / tookMs;
  });
}
