/**
 * `npm run bench -- [--json FILE] [--only NAME]`: measures what people wait for. Every figure that is a ratio stands
 * beside its reference, measured in the same run, because no two machines and no two minutes are alike.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Figures } from '../tests/bench/figures.ts';
import { measureOnceCommit } from '../tests/bench/once-commit.ts';
import { measureWindow } from '../tests/bench/window.ts';
import { buildIfStale } from './build.ts';
import { withDisplay } from './display.ts';

const measurements: Readonly<Record<string, () => Promise<Figures>>> = {
  'once-commit': measureOnceCommit,
  window: () => withDisplay(measureWindow),
};

/** What must hold on two cores and a slow disk; every other figure is printed without a bar. */
const bars: Figures = { onceCommitP50Ms: 1, onceCommitP99Ms: 10, coldStartRatio: 2 };

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const chosen = values.only === undefined ? Object.keys(measurements) : [values.only];

await buildIfStale();
const figures: Record<string, number> = {};
for (const name of chosen) {
  const measure = measurements[name];
  if (measure === undefined) throw new Error(`--only is one of ${Object.keys(measurements).join(', ')}`);
  console.log(`\n${name}`);
  for (const [figure, value] of Object.entries(await measure())) {
    figures[figure] = value;
    const bar = bars[figure];
    const verdict = bar === undefined ? '' : value <= bar ? `  holds (<= ${bar})` : `  ABOVE ITS BAR of ${bar}`;
    console.log(`  ${figure.padEnd(24)} ${value}${verdict}`);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
if (Object.entries(bars).some(([figure, bar]) => (figures[figure] ?? 0) > bar)) process.exitCode = 1;
