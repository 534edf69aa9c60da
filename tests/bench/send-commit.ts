import { type Figures, percentile, roundMs } from './figures.ts';
import { measureBareCommits } from './reference/commits.ts';
import { newIntentId, openBenchEngine } from './support/bench-engine.ts';
import { withBenchStore } from './support/bench-store.ts';
import { fillBigStore } from './support/big-store.ts';

const texts = 5_000;
const rows = 1_000_000;

/**
 * One Enter through the server: parsed, judged by every safeguard, the text, its intent, its journal row and the desk
 * moved on, committed with a flush, answered. The store holds a million contacts, assignments, journal rows and intents.
 */
export async function measureSendCommit(): Promise<Figures> {
  return withBenchStore(async (bench) => {
    const { ask } = openBenchEngine(bench, null);
    await ask('campaign/found', { intentId: newIntentId(), campaignName: 'Riverside Tenants', firstName: 'Ana' });
    await ask('people/sign-in', { userId: 1 });
    fillBigStore(bench.store, { rows, onDesk: texts });

    const samples: number[] = [];
    const startedMs = performance.now();
    for (let assignmentId = 1; assignmentId <= texts; assignmentId += 1) {
      const intentId = newIntentId();
      const text = `Hi Contact ${assignmentId}, this is Ana.`;
      const beganMs = performance.now();
      await ask('outbox/send-initial', { intentId, assignmentId, text });
      samples.push(performance.now() - beganMs);
    }
    const perS = Math.round((texts * 1_000) / (performance.now() - startedMs));
    const bare = measureBareCommits(texts);
    return {
      sendCommitP50Ms: roundMs(percentile(samples, 0.5)),
      sendCommitP99Ms: roundMs(percentile(samples, 0.99)),
      sendCommitPerS: perS,
      bareCommitP50Ms: bare.p50Ms,
      bareCommitP99Ms: bare.p99Ms,
      bareCommitPerS: bare.perS,
    };
  });
}
