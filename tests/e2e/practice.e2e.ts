/** The carrier that a practice campaign brings along: there from the first start, and there again whatever dies. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { controlOf } from '../support/simulator-process.ts';
import { call, foundBy, pidOf } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

const carrierName = 'Fieldline practice carrier';

test('a new campaign can text through the practice carrier at once', async ({ desktop }) => {
  await foundBy(desktop.page);
  expect(await call(desktop.page, 'carrier/check-account', {})).toMatchObject({
    accountName: 'Practice carrier',
    simulated: true,
    numberCount: 4,
  });
});

test('a practice carrier that was killed comes back as the same one, at the same address', async ({ desktop }) => {
  const { page } = desktop;
  await foundBy(page);
  const engine = await desktop.enginePid();
  const killed = await pidOf(desktop, carrierName);
  process.kill(Number(killed), 'SIGKILL');
  await expect.poll(() => pidOf(desktop, carrierName)).not.toBe(killed);
  await expect
    .poll(() => page.evaluate(() => window.fieldline.call('carrier/check-account', {})))
    .toMatchObject({ ok: true });
  // The line was down for a moment; the engine has not even been restarted.
  expect(await desktop.enginePid()).toBe(engine);
});

test('an engine that was killed finds its carrier again', async ({ desktop }) => {
  const { page } = desktop;
  await foundBy(page);
  const carrier = await pidOf(desktop, carrierName);
  process.kill(Number(await desktop.enginePid()), 'SIGKILL');
  await expect.poll(() => page.evaluate(() => window.fieldline.call('campaign/read', {}))).toBeTruthy();
  await call(page, 'people/sign-in', { userId: 1 });
  expect(await call(page, 'carrier/check-account', {})).toMatchObject({ numberCount: 4 });
  expect(await pidOf(desktop, carrierName)).toBe(carrier);
});

test('after a restart of Fieldline the numbers of the account are the same', async ({ folder }) => {
  const first = await startDesktop(folder);
  await foundBy(first.page);
  const before = await call(first.page, 'numbers/refresh', {});
  await first.application.close();

  const second = await startDesktop(folder);
  await call(second.page, 'people/sign-in', { userId: 1 });
  expect(await call(second.page, 'numbers/refresh', {})).toEqual(before);
  await second.application.close();
});

test('the carrier ends with the application, also when that is killed', async ({ folder }) => {
  const desktop = await startDesktop(folder);
  await foundBy(desktop.page);
  const carrier = Number(await pidOf(desktop, carrierName));
  const main = desktop.application.process();
  main.kill('SIGKILL');
  await expect
    .poll(() => {
      try {
        return process.kill(carrier, 0);
      } catch {
        return false;
      }
    })
    .toBe(false);
});

test('a demonstration turns the knobs of the carrier through its control door', async ({ folder }) => {
  const controlFile = join(folder, 'control.json');
  const knobs = JSON.stringify({ listLatenessMs: 500 });
  const desktop = await startDesktop(folder, [
    '--lang=en-US',
    `--practice-control-file=${controlFile}`,
    '--practice-speed=20',
    '--practice-seed=harbor',
    `--practice-knobs=${knobs}`,
  ]);
  await foundBy(desktop.page);
  await expect.poll(async () => (await call(desktop.page, 'carrier/check-account', {})).numberCount).toBe(4);
  expect((await stat(controlFile)).mode & 0o077).toBe(0);
  const control = controlOf(JSON.parse(await readFile(controlFile, 'utf8')));
  expect(await control.knobs()).toMatchObject({ speed: 20, listLatenessMs: 500 });

  await control.turn({ refuseForMs: 60_000 });
  await expect
    .poll(() => desktop.page.evaluate(() => window.fieldline.call('carrier/check-account', {})))
    .toMatchObject({ error: { code: 'carrier/unreachable' } });
  await desktop.application.close();
});

test('texts leave once and contacts answer, through the death of the carrier and a restart of Fieldline', async ({
  folder,
}) => {
  test.setTimeout(120_000);
  const controlFile = join(folder, 'control.json');
  const flags = [...quickPractice, `--practice-control-file=${controlFile}`];
  const control = async () => controlOf(JSON.parse(await readFile(controlFile, 'utf8')));
  const count = 8;

  const first = await startDesktop(folder, flags);
  await foundBy(first.page);
  await textSomebody(first.page, count);
  await expect.poll(async () => (await (await control()).counts()).accepted, { timeout: 60_000 }).toBe(count);
  const killed = await pidOf(first, carrierName);
  process.kill(Number(killed), 'SIGKILL');
  await expect.poll(() => pidOf(first, carrierName)).not.toBe(killed);
  await first.application.close();

  const second = await startDesktop(folder, flags);
  await call(second.page, 'people/sign-in', { userId: 1 });
  const threads = async () =>
    (await call(second.page, 'conversations/list', { filter: 'needs-attention' })).conversations.length;
  await expect.poll(threads, { timeout: 60_000 }).toBeGreaterThan(0);
  expect(await (await control()).counts()).toMatchObject({ accepted: count, phones: count, repeated: 0 });
  await second.application.close();
});
