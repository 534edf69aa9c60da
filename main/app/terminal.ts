import { app } from 'electron';

/** Lines for whoever started the application from a clone. What people have installed has no terminal to write to. */
export const terminal = {
  tellOpen(dataDirectory: string): void {
    say(
      `Fieldline is open in practice mode; no text leaves this machine. Data: ${dataDirectory}. To stop: Ctrl-C, or quit.`,
    );
  },
  /** The first instance shows its window; this one leaves. */
  tellAlreadyOpen(): void {
    say(`Fieldline is already open on ${app.getPath('userData')}; its window is shown. This one leaves.`);
  },
};

function say(line: string): void {
  if (!app.isPackaged) process.stdout.write(`${line}\n`);
}
