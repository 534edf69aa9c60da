import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../../main/carrier/simulator/dice.ts';
import type { KnobChanges, SimulatorProcess } from '../../tests/support/simulator-process.ts';
import type { CommonTime } from './common-time.ts';
import { insist } from './insist.ts';
import { countFault, noteTrouble, type RunLog } from './run-log.ts';

/** A carrier that makes no trouble, but is not instant. */
export const fairWeather: KnobChanges = {
  latencyMs: 5,
  faultsOn: 'creates',
  tooManyRequestsRate: 0,
  retryAfterSeconds: null,
  concurrencyLimit: null,
  errorBeforeRate: 0,
  errorAfterRate: 0,
  lostAnswerRate: 0,
  acceptAfterGoneRate: 0,
  // Ten seconds of the common clock.
  acceptAfterGoneDelayMs: 500,
  listLatenessMs: 5_000,
  strangersBetweenPages: 0,
  staleStatusRate: 0,
  callbackRepeatRate: 0.2,
  callbackShuffleRate: 0.2,
};

/** Each kind of trouble, from what fair weather is. The carrier's own times are by the common clock, latency is real. */
const troubles: Readonly<Record<string, KnobChanges>> = {
  'lost answers': { lostAnswerRate: 0.25 },
  'lost reads': { lostAnswerRate: 0.3, faultsOn: 'reads' },
  '5xx before acceptance': { errorBeforeRate: 0.3 },
  '5xx after acceptance': { errorAfterRate: 0.3 },
  '5xx on everything': { errorBeforeRate: 0.3, errorAfterRate: 0.3, faultsOn: 'all' },
  '429 storm': { tooManyRequestsRate: 0.7, faultsOn: 'all' },
  '429 with Retry-After': { tooManyRequestsRate: 0.5, retryAfterSeconds: 5 },
  'few at once': { concurrencyLimit: 2, latencyMs: 30 },
  'accepted after we gave up': { acceptAfterGoneRate: 0.25 },
  'a slow line': { latencyMs: 250 },
  'slower than the timeout': { latencyMs: 1_000 },
  'late lists': { listLatenessMs: 45_000, lostAnswerRate: 0.15 },
  'shifting lists': { strangersBetweenPages: 3, listLatenessMs: 20_000, errorAfterRate: 0.1 },
  'old statuses': { staleStatusRate: 0.6, lostAnswerRate: 0.1 },
};

/** Changes the carrier's weather every few seconds until told to stop, and leaves it fair. */
export async function makeWeather(
  parts: { readonly simulator: SimulatorProcess; readonly time: CommonTime; readonly dice: Dice; readonly log: RunLog },
  isOver: () => boolean,
): Promise<void> {
  const { simulator, time, dice, log } = parts;
  const names = Object.keys(troubles);
  for (let turn = 0; !isOver(); turn += 1) {
    const draw = dice.draw('weather', turn);
    if (draw < 0.12) await cutOff(200 + 1_800 * dice.draw('cut', turn), 'the network cut');
    // Every connection is cut, and the next one can be made at once.
    else if (draw < 0.24) await cutOff(1, 'connections reset');
    else {
      const name = dice.pick(names, 'trouble', turn);
      countFault(log, name);
      await insist(() => simulator.turn({ ...fairWeather, ...troubles[name] }));
      await pause(800 + 1_700 * dice.draw('lasts', turn));
      await insist(() => simulator.turn(fairWeather));
      noteTrouble(log, 'fair weather');
    }
    await pause(4_000 * dice.draw('between', turn));
  }

  async function pause(ms: number): Promise<void> {
    for (let left = ms; left > 0 && !isOver(); left -= 100) await sleep(Math.min(left, 100));
  }

  async function cutOff(forMs: number, name: string): Promise<void> {
    countFault(log, name);
    await time.slowDown(async () => {
      await insist(() => simulator.turn({ refuseForMs: Math.round(forMs) }));
      // It closes a moment after it has answered, and opens after the time given.
      await sleep(forMs + 60);
      await insist(() => simulator.clock());
      noteTrouble(log, 'the network back');
    });
  }
}
