import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { endAtOnce } from './end-at-once.ts';
import { hearChild } from './hear-child.ts';
import type { PracticeReady } from './practice-messages.ts';
import { type PracticeOptions, practiceArguments } from './practice-options.ts';
import { writeWholeFile } from './whole-file.ts';

/** One life of the practice carrier. */
export interface PracticeProcess {
  /** Asks it to put its book in order and leave. */
  leave(): void;
  /** Ends it at once; its book stands that, as it stands a power cut of the carrier. */
  kill(): void;
}

export interface PracticeListeners {
  onReady(ready: PracticeReady): void;
  /** Called exactly once, when the process no longer exists. */
  onExit(): void;
}

/** @param port 0 takes any that is free. */
export type StartPractice = (
  where: { readonly folder: string; readonly port: number },
  listeners: PracticeListeners,
) => PracticeProcess;

/** Starts `entry`, a built file, as a utility process. Its credentials come over the port between us, and no other way. */
export function practiceStarter(entry: string, options: PracticeOptions): StartPractice {
  return ({ folder, port }, { onReady, onExit }) => {
    const bookFile = join(folder, 'practice-carrier.db');
    const words = practiceArguments(options, { bookFile, isNew: !existsSync(bookFile), port });
    const child = utilityProcess.fork(entry, words, { serviceName: 'Fieldline practice carrier' });
    hearChild(child, async () => (await import('./practice-messages.ts')).readFromPractice, {
      onMessage: (ready) => {
        const { controlUrl, controlToken } = ready;
        if (options.controlFile !== null) {
          writeWholeFile(options.controlFile, JSON.stringify({ controlUrl, controlToken }));
        }
        onReady(ready);
      },
      onExit,
    });
    return { leave: () => child.postMessage({ kind: 'stop' }), kill: () => endAtOnce(child) };
  };
}
