import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Figures } from '../../scripts/faults/figures.ts';

const program = fileURLToPath(new URL('../../scripts/faults.ts', import.meta.url));
/** Two minutes of faults, and what waits for the morning afterwards. */
const longestMs = 6 * 60_000;

/** Runs it as a person does, with a new seed each time; its output tells the seed when something is wrong. */
async function runFaults(file: string): Promise<number | null> {
  const words = ['--minutes', '2', '--seed', String(Date.now() % 1_000_000), '--json', file];
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => child.once('exit', resolve));
}

it(
  'no text goes out twice, is lost or stuck, or goes out when it must not, whatever is killed',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fieldline-two-minutes-'));
    try {
      const file = join(folder, 'figures.json');
      const code = await runFaults(file);
      const figures = JSON.parse(readFileSync(file, 'utf8')) as Figures;
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
      expect(figures.kills).toBeGreaterThan(10);
      expect(figures.accepted).toBeGreaterThan(200);
      expect(code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  longestMs,
);
