import { app } from 'electron';
import { type PracticeOptions, readPracticeOptions } from './practice-options.ts';

/** What the command line may ask for besides Chromium's own switches. */
export interface Switches {
  readonly practice: PracticeOptions;
  /**
   * Where live credentials are used instead of at Twilio's hosts. The engine takes an address on this machine only, and
   * an installed Fieldline takes none: whoever could start it so would be shown the credentials.
   */
  readonly liveAddress: string | null;
}

export function readSwitches(): Switches {
  const switchValue = (name: string): string => app.commandLine.getSwitchValue(name);
  return {
    practice: readPracticeOptions(switchValue),
    liveAddress: app.isPackaged ? null : switchValue('live-address') || null,
  };
}
