import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { lacksScreen } from './screen.mjs';

/** Gives the work a screen: the one there is, or on a Linux without any an invisible one that goes when the work ends. */
export async function withDisplay<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  const screen = await openDisplay();
  try {
    return await work();
  } finally {
    screen.close();
  }
}

/** Sets DISPLAY for this process and those it starts. @throws Error when Xvfb is needed and not installed. */
export async function openDisplay(): Promise<{ close(): void }> {
  if (!lacksScreen()) return { close: () => {} };
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb did not start')));
    createInterface({ input: screen.stdout }).once('line', resolve);
  });
  process.env['DISPLAY'] = `:${number}`;
  return {
    close: () => {
      delete process.env['DISPLAY'];
      screen.kill();
    },
  };
}
