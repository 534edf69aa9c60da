/**
 * `npm run bench -- [--json FILE] [--only NAME]`: measures what people wait for. Every figure that is a ratio stands
 * beside its reference, measured in the same run, because no two machines and no two minutes are alike. A measurement
 * that fails takes nothing from the others: what was measured is written, and the exit code tells.
 */
import { writeFileSync } from 'node:fs';
import type { Figures } from '../tests/bench/figures.ts';
import { measureSendCommit } from '../tests/bench/send-commit.ts';
import { measureWindow } from '../tests/bench/window.ts';
import { type MeasurementName, readBenchWords } from './bench/choices.mjs';
import { buildIfStale } from './build.ts';
import { withDisplay } from './display.ts';

const measurements: Readonly<Record<MeasurementName, () => Promise<Figures>>> = {
  'send-commit': measureSendCommit,
  window: async () => {
    await buildIfStale();
    return withDisplay(measureWindow);
  },
};

/** What must hold on two cores and a slow disk; every other figure is printed without a bar. */
const bars: Figures = { sendCommitP50Ms: 1, sendCommitP99Ms: 10, coldStartRatio: 2 };

const { json, chosen } = readBenchWords(process.argv.slice(2));
const figures: Record<string, number> = {};
const failed: string[] = [];
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
const isAboveBar = Object.entries(bars).some(([figure, bar]) => (figures[figure] ?? 0) > bar);
if (failed.length > 0 || isAboveBar) process.exitCode = 1;

function lineOf(figure: string, value: number): string {
  const bar = bars[figure];
  const verdict = bar === undefined ? '' : value <= bar ? `  holds (<= ${bar})` : `  ABOVE ITS BAR of ${bar}`;
  return `  ${figure.padEnd(24)} ${value}${verdict}`;
}
