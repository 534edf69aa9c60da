/** Live credentials in the whole application, with a simulator of the test's own where Twilio would be. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type SimulatorProcess, startSimulatorProcess } from '../support/simulator-process.ts';
import { call, foundBy, refusalOf, switchBy } from './support/calls.ts';
import { test as base, type Desktop, startDesktop } from './support/desktop.ts';

const test = base.extend<{ carrier: SimulatorProcess; live: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  carrier: async ({}, use) => {
    const carrier = await startSimulatorProcess({ numberCount: 2 });
    await use(carrier);
    await carrier.stop();
  },
  live: async ({ folder, carrier }, use) => {
    const desktop = await startDesktop(folder, ['--lang=en-US', `--live-address=${carrier.ready.url}`]);
    await switchBy(desktop.page, 'app/create-campaign', { intentId: randomUUID(), mode: 'live' });
    await foundBy(desktop.page);
    await use(desktop);
    await desktop.application.close();
  },
});

function credentialsOf({ ready }: SimulatorProcess) {
  const { accountSid, apiKeySid, apiKeySecret } = ready;
  return { accountSid, apiKeySid, apiKeySecret };
}

const input = (carrier: SimulatorProcess, changes: Partial<ReturnType<typeof credentialsOf>> = {}) => ({
  intentId: randomUUID(),
  ...credentialsOf(carrier),
  ...changes,
});

test('a live campaign has no credentials until they are typed, and texts through them from then on', async ({
  live: { page },
  carrier,
}) => {
  expect(await call(page, 'app/read-credentials', {})).toMatchObject({ credentials: null });
  const saved = await call(page, 'app/save-credentials', input(carrier));
  const endings = {
    accountSidEnding: carrier.ready.accountSid.slice(-4),
    apiKeySidEnding: carrier.ready.apiKeySid.slice(-4),
  };
  expect(saved).toMatchObject({ credentials: endings, accountName: 'Practice carrier' });
  expect(saved.numbers).toHaveLength(2);
  // This machine's Electron has no keychain, which is told beside them.
  expect(saved.notice?.code).toBe('app/no-keychain');
  expect(await call(page, 'app/read-credentials', {})).toMatchObject({ credentials: endings, hasKeychain: false });
  await call(page, 'people/sign-in', { userId: 1 });
  expect(await call(page, 'carrier/check-account', {})).toMatchObject({ numberCount: 2 });

  await call(page, 'app/forget-credentials', {});
  await call(page, 'people/sign-in', { userId: 1 });
  expect(await refusalOf(page, 'carrier/check-account', {})).toBe('carrier/not-set-up');
});

test('credentials that the carrier does not know are not kept', async ({ live: { page }, carrier }) => {
  const wrong = input(carrier, { apiKeySecret: 'f'.repeat(32) });
  expect(await refusalOf(page, 'app/save-credentials', wrong)).toBe('carrier/wrong-credentials');
  expect(await call(page, 'app/read-credentials', {})).toMatchObject({ credentials: null });
});

test('a practice campaign takes no credentials', async ({ live: { page }, carrier }) => {
  await switchBy(page, 'app/open-campaign', { campaignId: 'first' });
  expect(await refusalOf(page, 'app/save-credentials', input(carrier))).toBe('app/not-live');
});

test('without a keychain the secret is written nowhere: no file, no command line, no terminal, not the page', async ({
  live: { page, application },
  carrier,
  folder,
}) => {
  let printed = '';
  const { stdout, stderr } = application.process();
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const saved = await call(page, 'app/save-credentials', input(carrier));
  const wrong = input(carrier, { accountSid: carrier.ready.apiKeySecret });
  expect(await refusalOf(page, 'app/save-credentials', wrong)).toBe('app/bad-account-sid');
  await call(page, 'people/sign-in', { userId: 1 });
  await call(page, 'numbers/refresh', {});
  const processes = await application.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const started = await Promise.all(
    processes.flatMap((pid) => ['cmdline', 'environ'].map((fact) => readFile(`/proc/${pid}/${fact}`, 'latin1'))),
  );
  await application.close();

  const { apiKeySecret, apiKeySid } = carrier.ready;
  const forms = [apiKeySecret, btoa(`${apiKeySid}:${apiKeySecret}`)];
  for (const form of forms) expect(JSON.stringify([saved, started]) + printed).not.toContain(form);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toContain('engine.log');
  for (const { parentPath, name } of files) {
    const content = await readFile(join(parentPath, name), 'latin1');
    for (const form of forms) expect(content, name).not.toContain(form);
  }
});
