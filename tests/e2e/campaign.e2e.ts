import { readdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';

test('a new store opens on the form that founds the campaign, marked as practice', async ({ desktop: { page } }) => {
  await expect(page.getByRole('heading', { name: 'Name your campaign' })).toBeVisible();
  await expect(page.getByText('Practice', { exact: true })).toBeVisible();
  await expect(page.getByText('No campaign yet')).toBeVisible();
  await expect(page.getByText('no text reaches a real phone')).toBeVisible();
});

test('a founded campaign keeps its name after a reload of the window', async ({ desktop: { page } }) => {
  await foundCampaign(page);
  await page.reload();
  await expect(page.getByRole('banner')).toContainText('Harbor Tenants Union');
  await expect(page.getByText('Practice', { exact: true })).toBeVisible();
  await expect(page).toHaveTitle('Harbor Tenants Union – Fieldline');
});

test('a founded campaign is there when Fieldline is closed and opened again', async ({ desktop, folder }) => {
  await foundCampaign(desktop.page);
  await desktop.application.close();
  const again = await startDesktop(folder);
  await expect(again.page.getByRole('banner')).toContainText('Harbor Tenants Union');
  await again.application.close();
});

test('a change that was made elsewhere is shown by itself', async ({ desktop: { page } }) => {
  await foundCampaign(page);
  const renamed = await page.evaluate(async () => {
    const { call } = window.fieldline;
    const signedIn = await call('people/sign-in', { userId: 1 });
    if (!signedIn.ok) return signedIn;
    const { session } = signedIn.value as { session: string };
    return call('campaign/rename', { intentId: crypto.randomUUID(), campaignName: 'Harbor Renters' }, session);
  });
  expect(renamed).toMatchObject({ ok: true });
  await expect(page.getByRole('banner')).toContainText('Harbor Renters');
});

test('a form with nothing in it says what is missing, where it is missing', async ({ desktop: { page } }) => {
  await page.getByRole('button', { name: 'Create the campaign' }).click();
  const campaignName = page.getByLabel('Name of the campaign');
  await expect(campaignName).toHaveAccessibleDescription(/^Enter a name for the campaign\./);
  await expect(campaignName).toBeFocused();
  await expect(page.getByLabel('Your first name')).toHaveAccessibleDescription('Enter your first name.');
});

test('a name that is pasted from a table is taken without its tab', async ({ desktop: { page } }) => {
  await page.getByLabel('Name of the campaign').fill('Harbor\tTenants');
  await expect(page.getByLabel('Name of the campaign')).toHaveValue('Harbor Tenants');
});

test('the folder that is shown holds the store and nothing of the window', async ({ desktop }) => {
  const { application, page, storeFolder } = desktop;
  await foundCampaign(page);
  await application.evaluate(({ shell }) => {
    const shown = globalThis as { shownFolder?: string };
    shell.openPath = async (path) => {
      shown.shownFolder = path;
      return '';
    };
  });
  await page.keyboard.press('ControlOrMeta+8');
  await page.getByRole('button', { name: 'Show the folder' }).click();
  const shown = () => application.evaluate(() => (globalThis as { shownFolder?: string }).shownFolder);
  await expect.poll(shown).toBe(storeFolder);
  const files = await readdir(storeFolder);
  expect(files.filter((file) => !/^(fieldline\.db|engine\.log|practice-carrier\.db)/.test(file))).toEqual([]);
});

test('the window speaks Spanish where the system does', async ({ folder }) => {
  const { application, page } = await startDesktop(folder, ['--lang=es-MX']);
  await expect(page.getByRole('heading', { name: 'Ponga nombre a su campaña' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await application.close();
});
