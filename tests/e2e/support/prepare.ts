import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buildIfStale } from '../../../scripts/build.ts';

/** Brings the build up to date and, on a Linux without a screen, starts one. Returns what takes it away again. */
// biome-ignore lint/style/noDefaultExport: Playwright calls it.
export default async function prepare(): Promise<() => void> {
  await buildIfStale();
  if (process.platform !== 'linux' || process.env['DISPLAY'] !== undefined) return () => {};
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb did not start')));
    createInterface({ input: screen.stdout }).once('line', resolve);
  });
  // Workers inherit the environment.
  process.env['DISPLAY'] = `:${display}`;
  return () => {
    screen.kill();
  };
}
