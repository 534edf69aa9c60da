/**
 * `npm run bench -- [--json FILE] [--only NAME]`: measures what people wait for. Every figure that is a ratio stands
 * beside its reference, measured in the same run, because no two machines and no two minutes are alike. A measurement
 * that fails takes nothing from the others: what was measured is written, and the exit code tells.
 */
import { writeFileSync } from 'node:fs';
import { measureDispatchPick } from '../tests/bench/dispatch-pick.ts';
import { measureDrain } from '../tests/bench/drain.ts';
import { measureEnterToNext } from '../tests/bench/enter-to-next.ts';
import type { Figures } from '../tests/bench/figures.ts';
import { measureImport } from '../tests/bench/import.ts';
import { measureLimiter, mostUtilisation } from '../tests/bench/limiter.ts';
import { measureSendCommit } from '../tests/bench/send-commit.ts';
import { measureTextLife } from '../tests/bench/text-life.ts';
import { measureWindow } from '../tests/bench/window.ts';
import { type Bar, verdictOf } from './bench/bars.ts';
import { type MeasurementName, readBenchWords } from './bench/choices.mjs';
import { buildIfStale } from './build.ts';
import { withDisplay } from './display.ts';

const measurements: Readonly<Record<MeasurementName, () => Promise<Figures>>> = {
  'send-commit': measureSendCommit,
  'dispatch-pick': measureDispatchPick,
  drain: measureDrain,
  limiter: measureLimiter,
  'text-life': measureTextLife,
  import: measureImport,
  window: () => withDisplay(measureWindow),
  enter: () => withDisplay(measureEnterToNext),
};

/** What must hold on two cores and a slow disk; every other figure is printed without a bar. */
const bars: Readonly<Record<string, Bar>> = {
  sendCommitP50Ms: { most: 1 },
  sendCommitP99Ms: { most: 10 },
  dispatchPickP99Ms: { most: 2 },
  drainRatio: { most: 1.2 },
  limiterUtilisation: { least: 0.97, most: mostUtilisation },
  importRatio: { most: 2.5 },
  coldStartRatio: { most: 2 },
  enterToNextP99Ms: { most: 33 },
};

const { json, chosen } = readBenchWords(process.argv.slice(2));
const figures: Record<string, number> = {};
const failed: string[] = [];
// The workers and the window are measured as they ship.
await buildIfStale();
for (const name of chosen) {
  console.log(`\n${name}`);
  try {
    const measured = await measurements[name]();
    for (const [figure, value] of Object.entries(measured)) console.log(lineOf(figure, value));
    Object.assign(figures, measured);
  } catch (thrown) {
    failed.push(name);
    console.error(thrown);
  }
  // Each time, so that a measurement that never ends costs no other one.
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
}
if (failed.length > 0) console.error(`\nNot measured, because it failed: ${failed.join(', ')}.`);
const isOutside = Object.entries(figures).some(([figure, value]) => verdictOf(value, bars[figure])?.holds === false);
if (failed.length > 0 || isOutside) process.exitCode = 1;

function lineOf(figure: string, value: number): string {
  const verdict = verdictOf(value, bars[figure]);
  return `  ${figure.padEnd(24)} ${value}${verdict === null ? '' : `  ${verdict.words}`}`;
}
