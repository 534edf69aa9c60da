import { app } from 'electron';
import type { Campaign } from './campaigns.ts';

/** Lines for whoever started the application from a clone. What people have installed has no terminal to write to. */
export const terminal = {
  tellOpen({ mode, folder }: Campaign): void {
    const what = mode === 'practice' ? 'in practice mode; no text leaves this machine' : 'on a live campaign';
    say(`Fieldline is open ${what}. Data: ${folder}. To stop: Ctrl-C, or quit.`);
  },
  /** The first instance shows its window; this one leaves. */
  tellAlreadyOpen(): void {
    say(`Fieldline is already open on ${app.getPath('userData')}; its window is shown. This one leaves.`);
  },
};

function say(line: string): void {
  if (!app.isPackaged) process.stdout.write(`${line}\n`);
}
