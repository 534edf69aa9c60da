/**
 * `npm run faults -- [--minutes N] [--seed TEXT] [--json FILE]`: texts people while everything goes wrong. It starts a
 * carrier simulator and, life after life, engines as processes of their own on one common clock, and kills, stops and
 * misleads them, the network, the carrier, the disk and the clock. In the end it counts at the carrier, against its own
 * log of what people decided. It fails when a single text went out twice, was lost or stuck, or went out when it must not.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isGood, tableOf } from './faults/figures.ts';
import { type FaultOptions, readFaultWords, usage } from './faults/options.ts';
import { settleWithinMs } from './faults/sizes.ts';
import { runStory } from './faults/story.ts';

/** What ends each process that was started, the last one first. */
const endings: (() => void)[] = [];

function endAll(): void {
  for (const end of endings.splice(0)) end();
}

function readWordsOrLeave(): FaultOptions {
  try {
    return readFaultWords(process.argv.slice(2));
  } catch (thrown) {
    console.error(`${thrown instanceof Error ? thrown.message : thrown}\nusage: ${usage}`);
    return process.exit(64);
  }
}

const { minutes, seed, json } = readWordsOrLeave();
console.log(`${minutes} minutes of faults with the seed ${seed}; the same seed brings the same faults.`);
const folder = mkdtempSync(join(tmpdir(), 'fieldline-faults-'));
const giveUpAfterMs = minutes * 60_000 + settleWithinMs + 60_000;
const givenUp = new Promise<never>((_resolve, reject) => {
  setTimeout(() => reject(new Error(`Gave up after ${Math.round(giveUpAfterMs / 60_000)} minutes.`)), giveUpAfterMs);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endAll();
    process.exit(1);
  });
}

let isKept = true;
try {
  const onStarted = (end: () => void): void => void endings.unshift(end);
  const say = (line: string): void => console.log(`  ${line}`);
  const figures = await Promise.race([runStory({ seed, minutes, folder, onStarted, say }), givenUp]);
  console.log(`\n${tableOf(figures)}\n`);
  for (const finding of figures.findings.slice(0, 50)) console.log(`Not as it should be: ${finding}`);
  if (json !== null) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  isKept = !isGood(figures);
  console.log(isKept ? `It has failed after ${figures.seconds} s.` : `All of it is right, after ${figures.seconds} s.`);
} catch (thrown) {
  console.error(thrown);
} finally {
  endAll();
  if (isKept) console.log(`The carrier's book and the calls are left in ${folder}.`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exit(isKept ? 1 : 0);
