import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Dice } from '../../main/carrier/simulator/dice.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../../tests/support/simulator-process.ts';
import { mountSmallDisk } from '../../tests/support/small-disk.ts';
import { type CommonTime, startCommonTime } from './common-time.ts';
import { type EngineLives, openLives } from './engine-lives.ts';
import type { RunLog } from './run-log.ts';
import { disk, sizes, speed, startAt } from './sizes.ts';
import { fairWeather } from './weather.ts';

/** The processes of a run, with what they stand on. */
export interface World {
  readonly simulator: SimulatorProcess;
  readonly time: CommonTime;
  readonly lives: EngineLives;
  /** The disk of the store alone; null where none can be mounted. */
  readonly smallDisk: string | null;
  /** What each leaves behind. */
  readonly files: { readonly book: string; readonly calls: string; readonly store: string };
}

export interface WorldParts {
  readonly seed: string;
  readonly folder: string;
  readonly dice: Dice;
  readonly log: RunLog;
  /** Is given what ends each part, as it is started. */
  readonly onStarted: (end: () => void) => void;
}

/** Contacts who answer within minutes, and a few texts that fail on their way. */
const knobs = {
  ...fairWeather,
  replyMs: 60_000,
  failedRate: 0.01,
  undeliveredRate: 0,
  noReceiptRate: 0.05,
  landlineShare: 0,
  personas: { yes: 50, question: 10, silent: 40 },
} as const;

export async function openWorld({ seed, folder, dice, log, onStarted }: WorldParts): Promise<World> {
  const book = join(folder, 'carrier.sqlite');
  const readyFile = join(folder, 'carrier.json');
  const callsFile = join(folder, 'calls.ndjson');
  const clockFile = join(folder, 'clock');
  const smallDisk = openDisk(join(folder, 'campaign'), onStarted);
  const data = join(smallDisk ?? folder, 'campaign');

  const simulator = await startSimulatorProcess({ seed, numberCount: sizes.numbers, knobs, dataFile: book, readyFile });
  onStarted(() => void simulator.kill());
  await simulator.moveClock({ setTo: startAt });
  const time = startCommonTime(simulator, clockFile, startAt, speed);
  const minimumFreeBytes = smallDisk === null ? 0 : disk.minimumFreeBytes;
  const lives = openLives({
    args: ['--data', data, '--simulator', readyFile],
    plan: { clockFile, callsFile, speed, minimumFreeBytes },
    folder,
    environment: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    dice,
    log,
  });
  onStarted(lives.destroy);
  const files = { book, calls: callsFile, store: join(data, 'fieldline.db') };
  return { simulator, time, lives, smallDisk, files };
}

/** @param keptAt where the campaign is copied in the end, as whoever looks for a cause needs it longer than its disk. */
function openDisk(keptAt: string, onStarted: WorldParts['onStarted']): string | null {
  const mounted = mountSmallDisk(disk.megabytes);
  if (mounted === undefined) return null;
  onStarted(() => {
    try {
      cpSync(join(mounted.path, 'campaign'), keptAt, { recursive: true });
    } finally {
      mounted.unmount();
    }
  });
  return mounted.path;
}
