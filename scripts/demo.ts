/**
 * `npm run demo -- [--seed TEXT] [--json FILE]`: the application itself, driven by key presses in its real window, from the
 * first start to two spreadsheets: a list of 5,000 rows, an action, 300 texts by Enter with the carrier cut off on the
 * way, replies and their answers, opt-outs, results. It photographs every screen into `out/demo`. What came of it is
 * counted as in `npm run textbank`: what the people did against the carrier's own book, never by the engine's word.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { type DemoFigures, tableOfDemo } from './demo/figures.ts';
import { giveUpAfterMs, sizes } from './demo/sizes.ts';
import { runDemo } from './demo/story.ts';
import { openDisplay } from './display.ts';
import { projectRoot } from './ready/places.mjs';
import { createProgress } from './ready/progress.mjs';
import { isGood } from './textbank/figures.ts';
import { readTextbankWords, type TextbankOptions } from './textbank/options.ts';
import { createPatience, GaveUp } from './textbank/patience.ts';

const usage = 'npm run demo -- [--seed TEXT] [--json FILE]';
const outFolder = join(projectRoot, 'out', 'demo');

/** What ends each process that was started, the last one first. */
const endings: (() => void)[] = [];

function endAll(): void {
  for (const end of endings.splice(0)) end();
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
await buildIfStale();
console.log(
  `A text bank of ${sizes.firstTexts} first texts in the window, in under 3 minutes where nothing else runs;`,
);
console.log(`it gives up after ${giveUpAfterMs / 60_000} minutes. Nothing leaves this machine.`);
const progress = createProgress({ quiet: false, stream: process.stdout });
const folder = mkdtempSync(join(tmpdir(), 'fieldline-demo-'));
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
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  const screen = await openDisplay();
  endings.unshift(screen.close);
  const onStarted = (end: () => void): void => void endings.unshift(end);
  const story = runDemo({ seed: options.seed, folder, outFolder, patience, progress, onStarted });
  tell(await Promise.race([story, patience.isOver]));
} catch (thrown) {
  progress.end();
  console.error(thrown instanceof GaveUp ? thrown.message : thrown);
} finally {
  endAll();
  patience.end();
  if (isKept) console.log(`The campaign, its log and the carrier's book are left in ${folder}.`);
  else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(isKept ? 1 : 0);

function tell(figures: DemoFigures): void {
  progress.end();
  console.log(`\n${tableOfDemo(figures)}\n`);
  for (const complaint of figures.notAsTold) console.log(`Not as it should be: ${complaint}`);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  isKept = !isGood(figures);
  console.log(`${figures.screenshots.length} pictures and ${figures.exports.length} spreadsheets are in ${outFolder}.`);
  console.log(isKept ? `It has failed after ${figures.seconds} s.` : `All of it is right, after ${figures.seconds} s.`);
}
