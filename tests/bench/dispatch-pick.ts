import type { Carrier } from '../../main/carrier/index.ts';
import { type Clock, systemClock } from '../../main/clock/index.ts';
import { inFlightAtMost } from '../../main/outbox/dispatcher.ts';
import type { Store } from '../../main/store/index.ts';
import { scriptedCarrier, testAccountId } from '../support/scripted-carrier.ts';
import { type Figures, percentile, roundMs } from './figures.ts';
import { openBenchEngine } from './support/bench-engine.ts';
import { withBenchStore } from './support/bench-store.ts';
import { fillTextBank } from './support/text-bank.ts';

const texts = 100_000;
const rounds = 5_000;
const warmUpRounds = 100;
/** Noon in New York, on a Monday. */
const startAt = Date.UTC(2026, 2, 2, 17);
const zones = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'],
  ...['America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico', 'Europe/London', 'Europe/Berlin', 'Asia/Tokyo'],
];

/** 60 sets of one or two zones, of which 33 are open at the start. */
function zoneSets(): readonly (readonly string[])[] {
  return zones.flatMap((zone, at) => zones.slice(at).map((other) => [...new Set([zone, other])].sort())).slice(0, 60);
}

/**
 * One round of the dispatcher while 100,000 texts wait in 60 zone sets, 27 of them closed: five actions, twenty
 * texters, four numbers of which one has a long debt to wait for. A round writes down one answer and picks one text;
 * that is its transaction without the flush at its end, and without the network.
 */
export async function measureDispatchPick(): Promise<Figures> {
  return withBenchStore(async ({ store, log }) => {
    const clock = clockFrom(startAt);
    fillTextBank(store, {
      texts,
      stage: 'queued',
      queuedAt: startAt,
      accountId: testAccountId,
      numbers: [1, 2, 3, 4].map((n) => ({ phone: `+1202555019${n}`, segmentsPerSecond: n === 4 ? 1 : 10_000 })),
      actions: 5,
      texters: 20,
      zoneSets: zoneSets(),
      timeZone: 'America/New_York',
    });
    store.write((tx) => tx.run(`INSERT INTO limiter (key, level, at) VALUES ('number:4', -100000, ?)`, startAt));

    const timed = timedStore(store);
    const samples: number[] = [];
    const { carrier, enough } = answeringInTurn(clock, () => samples.push(timed.lastMs()), warmUpRounds + rounds);
    const { rooms } = openBenchEngine({ store: timed.store, clock, log }, carrier);
    rooms.start();
    await enough;
    await rooms.stop();
    const measured = samples.slice(warmUpRounds, warmUpRounds + rounds);
    return {
      dispatchPickP99Ms: roundMs(percentile(measured, 0.99)),
      dispatchPickP50Ms: roundMs(percentile(measured, 0.5)),
      dispatchPickLongestMs: roundMs(Math.max(...measured)),
    };
  });
}

/** The computer's clock, set to another time. */
function clockFrom(at: number): Clock {
  const clock = systemClock();
  const aheadMs = at - clock.nowMs();
  return { ...clock, nowMs: () => clock.nowMs() + aheadMs };
}

/** Tells how long the last transaction worked, its commit not counted. */
function timedStore(store: Store): { readonly store: Store; lastMs(): number } {
  let lastMs = 0;
  return {
    store: {
      ...store,
      write: (work) =>
        store.write((tx) => {
          const beganMs = performance.now();
          const outcome = work(tx);
          lastMs = performance.now() - beganMs;
          return outcome;
        }),
    },
    lastMs: () => lastMs,
  };
}

/** A carrier that answers as soon as all calls are under way, one after the other: each round has room for one text. */
function answeringInTurn(
  clock: Clock,
  onCall: () => void,
  calls: number,
): { readonly carrier: Carrier; readonly enough: Promise<void> } {
  const scripted = scriptedCarrier(clock);
  const waiting: (() => void)[] = [];
  let made = 0;
  let end = (): void => {};
  const enough = new Promise<void>((resolve) => {
    end = resolve;
  });
  const createMessage: Carrier['createMessage'] = async (request, options) => {
    onCall();
    made += 1;
    if (made === calls) {
      end();
      for (const answer of waiting.splice(0)) answer();
    }
    if (made < calls) {
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      if (waiting.length === inFlightAtMost) setImmediate(() => waiting.shift()?.());
      await turn;
    }
    return scripted.createMessage(request, options);
  };
  return { carrier: { ...scripted, createMessage }, enough };
}
