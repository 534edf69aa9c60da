import { defineConfig } from '@playwright/test';

/** Stories told through the real window, the real engine and a store of their own. Run by `npm test -- --project e2e`. */
// biome-ignore lint/style/noDefaultExport: Playwright reads its configuration from it.
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  globalSetup: './support/prepare.ts',
  outputDir: '../../test-results',
  // Each story starts a desktop of several processes; two at a time is what a small machine carries.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
