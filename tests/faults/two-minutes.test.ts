import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { Figures } from '../../scripts/faults/figures.ts';

const program = fileURLToPath(new URL('../../scripts/faults.ts', import.meta.url));
/** Two minutes of faults, and what waits for the morning afterwards. */
const longestMs = 6 * 60_000;

interface FaultRun {
  readonly code: number | null;
  /** What it said, its seed and the folder with the evidence included. */
  readonly said: string;
  /** Null when it did not come to its count. */
  readonly figures: Figures | null;
}

/** Runs it as a person does, with a new seed each time. */
async function runFaults(): Promise<FaultRun> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-two-minutes-'));
  const file = join(folder, 'figures.json');
  const words = ['--minutes', '2', '--seed', String(Date.now() % 1_000_000), '--json', file];
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    // It ends all that it has started; when it is gone already, nobody hears this.
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const figures = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : null;
  return { code, said: said.join(''), figures };
}

it(
  'no text goes out twice, is lost or stuck, or goes out when it must not, whatever is killed',
  async () => {
    const { code, said, figures } = await runFaults();
    // Its words are for whoever looks for a cause, and in the way of everybody else.
    if (code !== 0) console.error(said);
    expect(figures).toMatchObject({
      doubled: 0,
      lost: 0,
      stuck: 0,
      textedAfterOptOut: 0,
      textedOutsideHours: 0,
      overRateWindows: 0,
      findings: [],
    });
    // A run in which little happened proves little.
    expect(figures?.kills).toBeGreaterThan(10);
    expect(figures?.accepted).toBeGreaterThan(200);
    expect(code).toBe(0);
  },
  longestMs,
);
