import type { Figures } from './figures.ts';
import { postBare } from './reference/posting.ts';
import { type BenchCarrier, openBenchCarrier } from './support/bench-carrier.ts';
import { openBenchEngine } from './support/bench-engine.ts';
import { withBenchStore } from './support/bench-store.ts';
import { fillTextBank, isUnderWay } from './support/text-bank.ts';

const texts = 2_000;

/**
 * 2,000 queued texts, from the outbox's start until each is known to be with the carrier: a simulator process that takes
 * 20 ms for an answer, with rates that never bind. The bare loop runs before and after, so that a machine that grows
 * slower or faster meanwhile does so for both.
 */
export async function measureDrain(): Promise<Figures> {
  const withLatency = await drainBeside({ latencyMs: 20 });
  const without = await drainBeside({ latencyMs: 0 });
  return {
    drainRatio: Math.round((withLatency.barePerS / withLatency.perS) * 1_000) / 1_000,
    drainPerS: Math.round(withLatency.perS),
    bareDrainPerS: Math.round(withLatency.barePerS),
    zeroLatencyDrainPerS: Math.round(without.perS),
    zeroLatencyBarePerS: Math.round(without.barePerS),
  };
}

async function drainBeside(line: { readonly latencyMs: number }): Promise<{ perS: number; barePerS: number }> {
  const through = await openBenchCarrier(line);
  try {
    const bare = () => postBare(through.simulator.ready, through.ownPhone, texts);
    const before = await bare();
    const perS = await drain(through);
    const after = await bare();
    return { perS, barePerS: 2 / (1 / before + 1 / after) };
  } finally {
    await through.close();
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
