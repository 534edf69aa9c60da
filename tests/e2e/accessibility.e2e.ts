import { expect, type Page } from '@playwright/test';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { type Desktop, startDesktop, test } from './support/desktop.ts';
import { pretendNews } from './support/engine-news.ts';
import { faintTexts } from './support/faint-texts.ts';
import { foundCampaign } from './support/found-campaign.ts';

const longestName = `${'The Association of Tenants and Neighbours of the Harbor '.repeat(2)}District`;

const headings = (page: Page) => page.getByRole('heading', { level: 1 }).allTextContents();

const setZoom = ({ application }: Desktop, factor: number) =>
  application.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  );

const setWidth = ({ application }: Desktop, width: number) =>
  application.evaluate(({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 700), width);

/** How far the page, or the screen in it, is wider than its place, in CSS pixels. */
const overhang = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].reduce(
      (most, { scrollWidth, clientWidth }) => Math.max(most, scrollWidth - clientWidth),
      0,
    ),
  );

/** As many as the owner's navigation has. */
const screenCount = 8;

test('each screen has one heading of the first level, which takes the focus when the screen changes', async ({
  desktop: { page },
}) => {
  await expect(page.getByLabel('Name of the campaign')).toBeFocused();
  expect(await headings(page)).toEqual(['Name your campaign']);
  await foundCampaign(page);
  expect(await headings(page)).toEqual(['Today']);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const first = page.getByRole('button', { name: 'Load the sample list' });
  await expect(first).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
});

test('a screen that is still being opened has its heading, and says so politely', async ({ desktop }) => {
  const { page } = desktop;
  await foundCampaign(page);
  const engine = (await desktop.enginePid()) ?? 0;
  process.kill(engine, 'SIGSTOP');
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'Opening your campaign…' })).toBeVisible();
  expect(await headings(page)).toEqual(['Opening your campaign…']);
  process.kill(engine, 'SIGCONT');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeFocused();
});

test('the badge says what practice means to those who cannot point at it', async ({ desktop: { page } }) => {
  await expect(page.getByRole('banner')).toContainText('Nothing you do here reaches a real phone.');
});

test('news of the engine stand at the foot and move nothing', async ({ desktop }) => {
  const { page } = desktop;
  await foundCampaign(page);
  const button = page.getByRole('button', { name: 'Load the sample list' });
  await expect(button).toBeVisible();
  const before = await button.boundingBox();
  const reason = appError('store/disk-full', { freeMegabytes: 12 });
  await pretendNews(desktop, { event: 'store', writable: false, reason });
  await expect(page.getByRole('status').filter({ hasText: sentenceOf(reason, 'en') })).toBeVisible();
  expect(await button.boundingBox()).toEqual(before);
});

for (const language of ['en-US', 'es-MX']) {
  test(`everything fits the smallest window and double size in ${language}`, async ({ folder }) => {
    const desktop = await startDesktop(folder, [`--lang=${language}`]);
    const { page } = desktop;
    const submit = page.locator('button[type=submit]');
    for (const [width, zoom] of [
      [480, 1],
      [1280, 2],
      [640, 2],
    ] as const) {
      await setWidth(desktop, width);
      await setZoom(desktop, zoom);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / zoom);
      await submit.click();
      expect(await overhang(page)).toBe(0);
    }
    await page.locator('input').nth(0).fill(longestName);
    await page.locator('input').nth(1).fill('Rosa');
    await submit.click();
    await expect(page.getByRole('banner')).toContainText(longestName);
    for (let screen = 1; screen <= screenCount; screen += 1) {
      await page.keyboard.press(`ControlOrMeta+${screen}`);
      await expect(
        page
          .getByRole('navigation')
          .first()
          .getByRole('button')
          .nth(screen - 1),
      ).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await overhang(page), `screen ${screen}`).toBe(0);
    }
    await desktop.application.close();
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every word has its contrast in the ${colorScheme} look`, async ({ desktop }) => {
    const { page } = desktop;
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: 'Create the campaign' }).click();
    expect(await faintTexts(page)).toEqual([]);
    await foundCampaign(page);
    expect(await faintTexts(page)).toEqual([]);
    const reason = appError('store/disk-full', { freeMegabytes: 12 });
    await pretendNews(desktop, { event: 'store', writable: false, reason });
    await expect(page.getByRole('status').filter({ hasText: sentenceOf(reason, 'en') })).toBeVisible();
    expect(await faintTexts(page)).toEqual([]);
  });
}
