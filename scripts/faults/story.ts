import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diceOf } from '../../main/carrier/simulator/dice.ts';
import { realNowMs } from '../../tests/faults/clock-file.ts';
import { startSimulatorProcess } from '../../tests/support/simulator-process.ts';
import { mountSmallDisk } from '../../tests/support/small-disk.ts';
import { setClockWrong } from './clock-troubles.ts';
import { startCommonTime } from './common-time.ts';
import { fillDisk } from './disk-troubles.ts';
import { openLives } from './engine-lives.ts';
import { type Figures, figuresOf } from './figures.ts';
import { foundBank } from './founding.ts';
import { insist } from './insist.ts';
import { watchOptOuts } from './opt-outs.ts';
import type { FaultOptions } from './options.ts';
import { inventPeople } from './people.ts';
import { readAccepted, readCalls, readLeftTexts } from './records.ts';
import { createRunLog } from './run-log.ts';
import { settleAll } from './settling.ts';
import { disk, optOutShare, pressesPerSecond, rates, settleWithinMs, sizes, speed, startAt } from './sizes.ts';
import { planTexts } from './text-plans.ts';
import { nameOf, textEverybody } from './texting.ts';
import { judge } from './verdict.ts';
import { fairWeather, makeWeather } from './weather.ts';

export interface Stage extends Pick<FaultOptions, 'seed' | 'minutes'> {
  /** For the campaign, the carrier's book and all that is noted. */
  readonly folder: string;
  /** Is given what ends each process, as it is started. */
  readonly onStarted: (end: () => void) => void;
  readonly say: (line: string) => void;
}

const lineEveryMs = 10_000;

/** The whole run, from an empty folder to the count. @throws whatever keeps it from coming to its end. */
export async function runStory({ seed, minutes, folder, onStarted, say }: Stage): Promise<Figures> {
  const beganMs = realNowMs();
  const secondsSoFar = (): number => Math.round((realNowMs() - beganMs) / 1_000);
  const log = createRunLog();
  const dice = diceOf(`faults ${seed}`);
  const people = inventPeople(
    seed,
    Math.min(Math.ceil(minutes * sizes.contactsPerMinute), sizes.contactsAtMost),
    optOutShare,
  );

  const book = join(folder, 'carrier.sqlite');
  const readyFile = join(folder, 'carrier.json');
  const callsFile = join(folder, 'calls.ndjson');
  const clockFile = join(folder, 'clock');
  const smallDisk = mountSmallDisk(disk.megabytes);
  if (smallDisk !== undefined) {
    onStarted(() => {
      keepCampaign();
      smallDisk.unmount();
    });
  } else say('No file system can be mounted here, so the disk does not fill up.');
  const kept = join(folder, 'campaign');
  const data = smallDisk === undefined ? kept : join(smallDisk.path, 'campaign');
  /** Whoever looks for the cause of a failure needs it longer than the disk is there. */
  function keepCampaign(): void {
    if (data !== kept) cpSync(data, kept, { recursive: true });
  }

  const knobs = {
    ...fairWeather,
    replyMs: 60_000,
    failedRate: 0.01,
    undeliveredRate: 0,
    noReceiptRate: 0.05,
    landlineShare: 0,
    personas: { yes: 50, question: 10, silent: 40 },
  } as const;
  const simulator = await startSimulatorProcess({ seed, numberCount: sizes.numbers, knobs, dataFile: book, readyFile });
  onStarted(() => void simulator.kill());
  await simulator.moveClock({ setTo: startAt });
  const time = startCommonTime(simulator, clockFile, startAt, speed);
  const lives = openLives({
    args: ['--data', data, '--simulator', readyFile],
    plan: { clockFile, callsFile, speed, minimumFreeBytes: smallDisk === undefined ? 0 : disk.minimumFreeBytes },
    environment: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    dice,
    log,
  });
  onStarted(lives.destroy);

  const bank = await foundBank(lives, people, folder);
  say(
    `${secondsSoFar()} s: ${people.length} contacts, ${sizes.texters} texters, ${sizes.numbers} numbers. Faults begin.`,
  );
  const plans = new Map(people.map((person) => [nameOf(person), planTexts(person, seed, dice)]));
  let isOver = false;
  const over = (): boolean => isOver;
  const optOuts = watchOptOuts({ simulator, log, actionId: bank.actionId, isOver: over });
  const planOf = (name: string) => {
    const plan = plans.get(name);
    if (plan === undefined) throw new Error('a contact came up who is not in the list');
    return plan;
  };

  const table = setInterval(() => void sayLine(), lineEveryMs);
  async function sayLine(): Promise<void> {
    const accepted = await simulator.counts().then(
      (counts) => String(counts.accepted),
      () => '?',
    );
    say(`${secondsSoFar()} s: ${log.kills} kills, ${log.acts.length} intended, ${accepted} accepted`);
  }

  lives.haunt();
  const world = { simulator, time, dice, log };
  const troubles = [
    textEverybody({ bank, time, log, optOuts, planOf, pressesPerSecond }, over),
    makeWeather(world, over),
    setClockWrong(world, over),
    ...(smallDisk === undefined ? [] : [fillDisk({ path: smallDisk.path, dice, log }, over)]),
  ];
  const end = sleep(minutes * 60_000 - (realNowMs() - beganMs) - reserveMs(minutes)).then(() => {
    isOver = true;
  });
  await Promise.race([Promise.all(troubles), end.then(() => Promise.all(troubles))]);
  await end;
  await lives.calm();
  say(`${secondsSoFar()} s: no more faults, what is on its way settles.`);
  await insist(() => simulator.turn(fairWeather));
  const unheard = await optOuts.settle(30_000);
  for (const phone of unheard) log.complaints.push(`the engine never learnt that ${phone} has opted out`);
  await settleAll(bank.owner, time, settleWithinMs);
  clearInterval(table);
  await lives.end();
  await time.stop();
  await simulator.stop();

  const verdict = judge({
    log,
    people: new Map(people.map((person) => [person.phone, person])),
    accepted: readAccepted(book),
    calls: readCalls(callsFile),
    left: readLeftTexts(join(data, 'fieldline.db')),
    limits: rates,
  });
  return figuresOf(log, verdict, { seed, seconds: secondsSoFar() });
}

/** What of the time is kept for settling. */
function reserveMs(minutes: number): number {
  return Math.min(Math.max(minutes * 60_000 * 0.1, 20_000), 60_000);
}
