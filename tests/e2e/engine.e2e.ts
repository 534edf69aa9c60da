import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { type Desktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';

const calmLine = 'A part of Fieldline was restarted. Nothing was lost.';

async function requireEnginePid({ enginePid }: Desktop): Promise<number> {
  const pid = await enginePid();
  if (pid === null) throw new Error('no engine is running');
  return pid;
}

const readCampaign = (page: Page) => page.evaluate(() => window.fieldline.call('campaign/read', {}));

test('a killed engine is replaced while the window goes on, and one calm line tells of it', async ({ desktop }) => {
  const { page } = desktop;
  await foundCampaign(page);
  const killed = await requireEnginePid(desktop);
  process.kill(killed, 'SIGKILL');

  await expect(page.getByRole('status').filter({ hasText: calmLine })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Harbor Tenants Union');
  expect(await requireEnginePid(desktop)).not.toBe(killed);

  await page.getByRole('button', { name: 'Got it' }).press('Enter');
  await expect(page.getByText(calmLine)).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
});

test('an engine that dies again and again is told as such, and given more and more time', async ({ desktop }) => {
  const { page } = desktop;
  await foundCampaign(page);
  for (let loss = 1; loss <= 4; loss += 1) {
    await expect.poll(() => desktop.enginePid()).not.toBeNull();
    process.kill(await requireEnginePid(desktop), 'SIGKILL');
    await expect.poll(() => desktop.enginePid()).toBeNull();
  }
  await expect(page.getByRole('status').filter({ hasText: 'A part of Fieldline keeps stopping.' })).toBeVisible();
  // The seconds are for the eye: spoken, they would not let anybody think.
  await expect(page.getByText(/^Next try in \d s$/)).toBeVisible();
  await expect(page.getByText(/^Next try in \d s$/)).toHaveAttribute('aria-hidden', 'true');
  await expect(page.getByText(calmLine)).toBeVisible();
});

test('a call made while there is no engine is answered by the next one', async ({ desktop }) => {
  const { page } = desktop;
  await foundCampaign(page);
  const killed = await requireEnginePid(desktop);
  process.kill(killed, 'SIGKILL');
  // On a busy computer the next one may be there before anybody has looked.
  await expect.poll(() => desktop.enginePid()).not.toBe(killed);

  expect(await readCampaign(page)).toMatchObject({ ok: true, value: { campaign: { name: 'Harbor Tenants Union' } } });
});

test('a call that the engine had not answered when it died is answered by the next one', async ({ desktop }) => {
  const { page } = desktop;
  await foundCampaign(page);
  const pid = await requireEnginePid(desktop);
  process.kill(pid, 'SIGSTOP');
  const answer = readCampaign(page);
  process.kill(pid, 'SIGKILL');

  expect(await answer).toMatchObject({ ok: true, value: { campaign: { name: 'Harbor Tenants Union' } } });
});

test('a campaign that was being founded when the engine died is founded once', async ({ desktop }) => {
  const { page } = desktop;
  await expect(page.getByLabel('Name of the campaign')).toBeFocused();
  const pid = await requireEnginePid(desktop);
  process.kill(pid, 'SIGSTOP');
  await page.getByLabel('Name of the campaign').fill('Harbor Tenants Union');
  await page.getByLabel('Your first name').fill('Rosa');
  await page.getByRole('button', { name: 'Create the campaign' }).click();
  await expect(page.getByRole('button', { name: 'Creating…' })).toBeVisible();
  process.kill(pid, 'SIGKILL');

  await expect(page.getByRole('banner')).toContainText('Harbor Tenants Union');
});

test('an engine that hangs is ended and replaced', async ({ desktop }) => {
  const { page } = desktop;
  await foundCampaign(page);
  const stopped = await requireEnginePid(desktop);
  process.kill(stopped, 'SIGSTOP');

  await expect(page.getByText(calmLine)).toBeVisible({ timeout: 40_000 });
  expect(existsSync(`/proc/${stopped}`)).toBe(false);
  expect(await readCampaign(page)).toMatchObject({ ok: true });
});

test('a window that died is loaded again and finds its engine', async ({ desktop }) => {
  const { application } = desktop;
  await foundCampaign(desktop.page);
  const engine = await desktop.enginePid();
  const pagePid = () =>
    application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
  const died = await pagePid();
  process.kill(died, 'SIGKILL');

  // The page of a dead process is lost to Playwright, so main is asked what the new one shows.
  await expect.poll(async () => ![0, died].includes(await pagePid())).toBe(true);
  const heading = () =>
    application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`document.querySelector('h1')?.textContent`),
    );
  await expect.poll(heading).toBe('Today');
  expect(await desktop.enginePid()).toBe(engine);
});

test('an engine leaves when the application that owns it is killed', async ({ desktop }) => {
  await foundCampaign(desktop.page);
  const engine = await requireEnginePid(desktop);
  desktop.application.process().kill('SIGKILL');
  await expect.poll(() => isRunning(engine)).toBe(false);
});

function isRunning(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}
