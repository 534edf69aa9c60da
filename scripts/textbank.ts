/**
 * `npm run textbank -- [--seed TEXT] [--json FILE]`: a text bank from list to spreadsheet without a window. It starts a
 * carrier simulator and an engine as processes of their own, plays an admin and four texters at the engine's line door,
 * kills the engine and cuts the carrier off on the way, and in the end counts at the carrier, against its own log of what
 * the people did, never by the engine's word. It fails when anybody was texted twice, not at all, or after opting out.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress } from './ready/progress.mjs';
import { isGood, tableOf } from './textbank/figures.ts';
import { readTextbankWords, type TextbankOptions, usage } from './textbank/options.ts';
import { createPatience, GaveUp } from './textbank/patience.ts';
import { giveUpAfterMs, hearingMs, sizes } from './textbank/sizes.ts';
import { runStory } from './textbank/story.ts';

/** What ends each process that was started, the last one first. */
const endings: (() => void)[] = [];

function endAll(): void {
  for (const end of endings) end();
}

function readWordsOrLeave(): TextbankOptions {
  try {
    return readTextbankWords(process.argv.slice(2));
  } catch (thrown) {
    console.error(`${thrown instanceof Error ? thrown.message : thrown}\nusage: ${usage}`);
    return process.exit(64);
  }
}

const options = readWordsOrLeave();
console.log(`A text bank of ${sizes.firstTexts} first texts, in under 4 minutes; it gives up after 6 minutes.`);
console.log('Its texting hours are open all day, so that it runs at any time: the rule itself is judged by tests.');
const progress = createProgress({ quiet: false, stream: process.stdout });
const folder = mkdtempSync(join(tmpdir(), 'fieldline-textbank-'));
const patience = createPatience(giveUpAfterMs);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    process.exit(1);
  });
}

let isKept = true;
try {
  const onStarted = (end: () => void): void => void endings.unshift(end);
  const story = runStory({ seed: options.seed, folder, patience, progress, onStarted });
  const figures = await Promise.race([story, patience.isOver]);
  progress.end();
  console.log(`\n${tableOf(figures, hearingMs)}\n`);
  for (const complaint of figures.notAsTold) console.log(`Not as it should be: ${complaint}`);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  isKept = !isGood(figures);
  console.log(isKept ? `It has failed after ${figures.seconds} s.` : `All of it is right, after ${figures.seconds} s.`);
} catch (thrown) {
  progress.end();
  console.error(thrown instanceof GaveUp ? thrown.message : thrown);
} finally {
  endAll();
  patience.end();
  if (isKept) console.log(`The campaign, its log and the carrier's book are left in ${folder}.`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exit(isKept ? 1 : 0);
