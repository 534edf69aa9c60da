/** The application in its real window, for the stories of `tests/e2e` and for `npm run demo`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/electron/where.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a Fieldline that keeps its data in `folder` has its store. */
export const storeFolderIn = (folder: string): string => join(folder, 'campaign');

/** One running Fieldline on a data folder. */
export interface Desktop {
  readonly application: ElectronApplication;
  readonly page: Page;
  /** Where the store is, with nothing of Electron's in it. */
  readonly storeFolder: string;
  /** The process that is the engine now; changes with every restart. */
  enginePid(): Promise<number | null>;
}

export async function startDesktop(folder: string, flags: readonly string[] = ['--lang=en-US']): Promise<Desktop> {
  const { executable, args, env } = findElectron();
  const application = await _electron.launch({
    executablePath: executable,
    args: [...args, ...flags, `--user-data-dir=${folder}`, root],
    env: { ...definedEnvironment(), ...env },
  });
  const page = await application.firstWindow();
  return {
    application,
    page,
    storeFolder: storeFolderIn(folder),
    enginePid: () =>
      application.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Fieldline engine')?.pid ?? null,
      ),
  };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
}
