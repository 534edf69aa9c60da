import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type Desktop, startDesktop, storeFolderIn } from '../../support/desktop.ts';

export { type Desktop, startDesktop, storeFolderIn };

interface Fixtures {
  folder: string;
  desktop: Desktop;
}

/** Each test gets a Fieldline of its own on an empty folder, and both are gone afterwards. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldline-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  desktop: async ({ folder }, use) => {
    const desktop = await startDesktop(folder);
    await use(desktop);
    await desktop.application.close();
  },
});
