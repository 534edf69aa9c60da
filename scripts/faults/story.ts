import { setTimeout as sleep } from 'node:timers/promises';
import { type Dice, diceOf } from '../../main/carrier/simulator/dice.ts';
import { realNowMs } from '../../tests/faults/clock-file.ts';
import { setClockWrong } from './clock-troubles.ts';
import { fillDisk } from './disk-troubles.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Bank, foundBank } from './founding.ts';
import { insist } from './insist.ts';
import { type OptOuts, watchOptOuts } from './opt-outs.ts';
import type { FaultOptions } from './options.ts';
import { inventPeople, type Person } from './people.ts';
import { readAccepted, readCalls, readLeftTexts } from './records.ts';
import { createRunLog, type RunLog } from './run-log.ts';
import { settleAll } from './settling.ts';
import { optOutShare, pressesPerSecond, rates, settleWithinMs, sizes } from './sizes.ts';
import { planTexts } from './text-plans.ts';
import { nameOf, textEverybody } from './texting.ts';
import { judge } from './verdict.ts';
import { fairWeather, makeWeather } from './weather.ts';
import { openWorld, type World } from './world.ts';

export interface Stage extends Pick<FaultOptions, 'seed' | 'minutes'> {
  /** For the campaign, the carrier's book and all that is noted. */
  readonly folder: string;
  /** Is given what ends each part, as it is started. */
  readonly onStarted: (end: () => void) => void;
  readonly say: (line: string) => void;
}

interface Run extends World {
  readonly bank: Bank;
  readonly people: readonly Person[];
  readonly optOuts: OptOuts;
  readonly dice: Dice;
  readonly log: RunLog;
  readonly seed: string;
}

const lineEveryMs = 10_000;
/** How long the engine may take to hear of the last opt-outs, in real milliseconds. */
const hearingWithinMs = 30_000;

/** The whole run, from an empty folder to the count. @throws whatever keeps it from coming to its end. */
export async function runStory({ seed, minutes, folder, onStarted, say }: Stage): Promise<Figures> {
  const beganMs = realNowMs();
  const seconds = (): number => Math.round((realNowMs() - beganMs) / 1_000);
  const log = createRunLog();
  const dice = diceOf(`faults ${seed}`);
  const count = Math.min(Math.ceil(minutes * sizes.contactsPerMinute), sizes.contactsAtMost);
  const people = inventPeople(seed, count, optOutShare);
  const world = await openWorld({ seed, folder, dice, log, onStarted });
  const { lives, simulator } = world;
  if (world.smallDisk === null) say('No file system can be mounted here, so the disk does not fill up.');
  const bank = await foundBank(lives, people, folder);
  let isOver = false;
  const over = (): boolean => isOver;
  const optOuts = watchOptOuts({ simulator, log, dice, actionId: bank.actionId, isOver: over });
  const run: Run = { ...world, bank, people, optOuts, dice, log, seed };

  say(`${seconds()} s: ${count} contacts, ${sizes.texters} texters, ${sizes.numbers} numbers. Faults begin.`);
  const table = setInterval(async () => {
    const counts = await simulator.counts().catch(() => null);
    say(`${seconds()} s: ${log.kills} kills, ${log.acts.length} intended, ${counts?.accepted ?? '?'} accepted`);
  }, lineEveryMs);
  try {
    const leftMs = minutes * 60_000 - (realNowMs() - beganMs) - reserveMs(minutes);
    const end = sleep(leftMs).then(() => {
      isOver = true;
    });
    await Promise.all([end, haunt(run, over)]);
    await lives.calm();
    say(`${seconds()} s: no more faults, what is on its way settles.`);
    await settle(run);
  } finally {
    clearInterval(table);
  }
  return figuresOf(log, judgeRun(run), { seed, seconds: seconds() });
}

/** People text while everything goes wrong. */
async function haunt(run: Run, isOver: () => boolean): Promise<void> {
  const { lives, people, seed, dice, log, smallDisk } = run;
  const plans = new Map(people.map((person) => [nameOf(person), planTexts(person, seed, dice)]));
  const planOf = (name: string) => {
    const plan = plans.get(name);
    if (plan === undefined) throw new Error('a contact came up who is not in the list');
    return plan;
  };
  lives.haunt();
  await Promise.all([
    textEverybody({ ...run, planOf, pressesPerSecond }, isOver),
    makeWeather(run, isOver),
    setClockWrong(run, isOver),
    smallDisk === null ? null : fillDisk({ path: smallDisk, dice, log }, isOver),
  ]);
}

/** Nothing goes wrong any more, and all that is on its way comes to an end. */
async function settle({ simulator, optOuts, log, bank, time, lives }: Run): Promise<void> {
  await insist(() => simulator.turn(fairWeather));
  const unheard = await optOuts.settle(hearingWithinMs);
  for (const phone of unheard) log.complaints.push(`the engine never learnt that ${phone} has opted out`);
  await settleAll(bank.owner, time, settleWithinMs);
  await lives.end();
  await time.stop();
  await simulator.stop();
}

function judgeRun({ log, people, files }: Run): ReturnType<typeof judge> {
  return judge({
    log,
    people: new Map(people.map((person) => [person.phone, person])),
    accepted: readAccepted(files.book),
    calls: readCalls(files.calls),
    left: readLeftTexts(files.store),
    limits: rates,
  });
}

/** What of the time is kept for settling. */
function reserveMs(minutes: number): number {
  return Math.min(Math.max(minutes * 60_000 * 0.1, 20_000), 60_000);
}
