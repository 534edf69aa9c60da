/**
 * The engine under test: the one that everybody runs, but on the common clock, and with ears at its store and carrier by
 * which a plan ends it at the worst moments. The rooms and their rules know nothing of it. It loads all that it will
 * need and then waits for its plan, so that engines can follow upon one another as fast as they are killed.
 */
import { createTwilioCarrier } from '../../main/carrier/index.ts';
import { readOptions } from '../../main/engine-options.ts';
import { runEngine } from '../../main/run-engine.ts';
import { readClockFile, realNowMs } from './clock-file.ts';
import { commonClock } from './common-clock.ts';
import { momentsOf } from './moments.ts';
import { awaitPlan, planVariable } from './plan.ts';
import { watchCarrier } from './watched-carrier.ts';
import { watchStore } from './watched-store.ts';

const nobody = { accountSid: `AC${'0'.repeat(32)}`, secret: 'none' };
const unused = createTwilioCarrier({ credentials: nobody, address: 'http://127.0.0.1:9' });
if (unused.ok) await unused.value.warmUp();

const plan = await awaitPlan(process.env[planVariable] ?? '');
const readFace = readClockFile(plan.clockFile);
const nowAt = (): number => {
  const { wallAt, realMs } = readFace();
  return wallAt + (realNowMs() - realMs);
};
const clock = commonClock(readFace);
/** The limiter earns by the monotonic clock, so the last look at it tells the instant of a release. */
let lookedMs = 0;
const lookedAt = (): number => {
  const { wallAt, monotonicMs } = readFace();
  return wallAt - monotonicMs + lookedMs;
};
const reached = momentsOf(plan);
const store = watchStore(reached, lookedAt);
const { callsFile, speed, minimumFreeBytes } = plan;

await runEngine(readOptions(process.argv.slice(2)), {
  clock: {
    ...clock,
    monotonicMs: () => {
      lookedMs = clock.monotonicMs();
      return lookedMs;
    },
  },
  wrapStore: store.wrap,
  wrapCarrier: watchCarrier({ reached, callsFile, speed, nowAt, claimOf: store.claimOf }),
  minimumFreeBytes,
});
