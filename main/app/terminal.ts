import { app } from 'electron';
import { isJoinLink } from './app-link.ts';
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
  /** A link is what somebody else wrote, so it is not repeated. */
  tellLink(link: string): void {
    say(
      isJoinLink(link)
        ? 'A link to join a campaign was opened. It shows the window; joining over a link is not built yet.'
        : 'A link that Fieldline does not know was opened. It has no effect.',
    );
  },
};

function say(line: string): void {
  if (!app.isPackaged) process.stdout.write(`${line}\n`);
}
