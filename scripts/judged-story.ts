/**
 * What `npm run textbank` and `npm run demo` have in common: the words of the command, a folder for the run, an end to all
 * patience, the end of every process that was started, and the verdict. A story ends the process with 0 when all of it is
 * right. Of one that is not, the folder stays, so that it can be seen why.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress } from './ready/progress.mjs';
import { type Figures, isGood } from './textbank/figures.ts';
import { readTextbankWords, type TextbankOptions } from './textbank/options.ts';
import { createPatience, GaveUp, type Patience } from './textbank/patience.ts';

/** What a story is played with. */
export interface Surroundings {
  readonly seed: string;
  /** For the campaign, the carrier's book and the list. */
  readonly folder: string;
  readonly patience: Patience;
  readonly progress: ReturnType<typeof createProgress>;
  /** Is given what ends each process, as it is started; the last one is ended first. */
  readonly onStarted: (end: () => void) => void;
}

export interface JudgedStory<Told extends Figures> {
  /** What `npm run` calls it. */
  readonly name: string;
  /** Said once the words of the command are understood. */
  readonly announcement: readonly string[];
  readonly giveUpAfterMs: number;
  readonly play: (surroundings: Surroundings) => Promise<Told>;
  readonly tableOf: (figures: Told) => string;
  /** What to look at afterwards, in a sentence. */
  readonly leftBehind?: (figures: Told) => string;
}

/** Plays a story and leaves the process. */
export async function playAndLeave<Told extends Figures>(story: JudgedStory<Told>): Promise<never> {
  const { seed, json } = readWordsOrLeave(story.name);
  for (const line of story.announcement) console.log(line);
  const progress = createProgress({ quiet: false, stream: process.stdout });
  const folder = mkdtempSync(join(tmpdir(), `fieldline-${story.name}-`));
  const patience = createPatience(story.giveUpAfterMs);
  const endings: (() => void)[] = [];
  const endAll = (): void => {
    for (const end of endings.splice(0)) end();
  };
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      endAll();
      removeFolder();
      process.exit(1);
    });
  }

  let isRight = false;
  try {
    const onStarted = (end: () => void): void => void endings.unshift(end);
    const played = story.play({ seed, folder, patience, progress, onStarted });
    const figures = await Promise.race([played, patience.isOver]);
    progress.end();
    if (json !== null) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
    isRight = isGood(figures);
    tell(story, figures);
  } catch (thrown) {
    progress.end();
    console.error(thrown instanceof GaveUp ? thrown.message : thrown);
  } finally {
    endAll();
    patience.end();
    if (isRight) removeFolder();
    else console.log(`The campaign, its log and the carrier's book are left in ${folder}.`);
  }
  return process.exit(isRight ? 0 : 1);
}

function readWordsOrLeave(name: string): TextbankOptions {
  try {
    return readTextbankWords(process.argv.slice(2));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : thrown;
    console.error(`${reason}\nusage: npm run ${name} -- [--seed TEXT] [--json FILE]`);
    return process.exit(64);
  }
}

function tell<Told extends Figures>({ tableOf, leftBehind }: JudgedStory<Told>, figures: Told): void {
  console.log(`\n${tableOf(figures)}\n`);
  for (const complaint of figures.notAsTold) console.log(`Not as it should be: ${complaint}`);
  if (leftBehind !== undefined) console.log(leftBehind(figures));
  const verdict = isGood(figures) ? 'All of it is right' : 'It has failed';
  console.log(`${verdict}, after ${figures.seconds} s.`);
}
