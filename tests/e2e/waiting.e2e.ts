/** What was decided and has not left: whom it is for, and what becomes of it when its action ends. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { call } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

const once = () => ({ intentId: randomUUID() });

/** Texts that many contacts more, while it is outside texting hours wherever anybody lives. */
async function textOutsideHours(page: Page, actionId: number, count: number): Promise<void> {
  // An hour that is ten hours away from now in the middle of the country.
  const startMinute = ((new Date().getUTCHours() + 4) % 23) * 60;
  await call(page, 'campaign/change-settings', {
    ...once(),
    changes: { startMinute, endMinute: startMinute + 60 },
  });
  const { desk } = await call(page, 'assignments/list-desk', { actionId, limit: count });
  for (const { assignmentId, text } of desk) {
    await call(page, 'outbox/send-initial', { ...once(), assignmentId, text });
  }
}

const numbersIn = (texts: readonly string[]) => texts.map((text) => Number(/[\d,]+/.exec(text)?.[0].replace(',', '')));

test('what waits is listed one by one, and is told as withdrawn once its action has ended', async ({ folder }) => {
  const { page, application } = await startDesktop(folder, quickPractice);
  await foundCampaign(page);
  const actionId = await textSomebody(page, 10);
  const results = () => call(page, 'results/read-performance', { actionId });
  await expect.poll(async () => (await results()).progress.sent, { timeout: 60_000 }).toBe(10);
  await textOutsideHours(page, actionId, 6);

  await expect(page.getByRole('button', { name: /6 wait: texting hours/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+.');
  const list = page.getByRole('region', { name: 'To whom' });
  await expect(list.getByText(/Initial message · Tuesday meeting · by Rosa Delgado/).first()).toBeVisible();
  await expect(list.getByText(/Texting hours, from \d/).first()).toBeVisible();
  await expect(list).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('results tue');
  await page.getByRole('button', { name: /Results of “Tuesday meeting”/ }).waitFor();
  await page.keyboard.press('Enter');
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress.getByText('Waiting', { exact: true })).toBeVisible();
  await call(page, 'actions/end', { ...once(), actionId });
  await expect(progress.getByText(/^Sent to 10 of/)).toBeVisible();
  await expect(progress.getByText('Withdrawn', { exact: true })).toBeVisible();
  await expect(progress.getByText('Waiting', { exact: true })).toHaveCount(0);
  const { contacts } = await results();
  const parts = numbersIn(await progress.getByRole('definition').allInnerTexts());
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(contacts);
  await application.close();
});

test('nothing of Today, Contacts and Results is beside the smallest window at 200 %', async ({ folder }) => {
  const { page, application } = await startDesktop(folder, quickPractice);
  await foundCampaign(page);
  const beside = async (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const main = document.querySelector('main');
      const right = main === null ? 0 : main.getBoundingClientRect().left + main.clientWidth;
      return [...(main?.querySelectorAll('section, section *, h1, button') ?? [])]
        .filter((part) => part.getBoundingClientRect().right > right + 1)
        .map((part) => `${part.tagName} ${part.textContent?.slice(0, 40)}`);
    });
  await application.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(480, 700);
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(240);
  expect(await beside()).toEqual([]);
  await textSomebody(page, 4);
  for (const [key, title] of [
    ['1', 'Today'],
    ['2', 'Contacts'],
    ['6', 'Results'],
  ] as const) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    if (key === '6') await expect(page.getByRole('region', { name: 'Progress' })).toBeVisible();
    await expect.poll(beside).toEqual([]);
  }
  await application.close();
});
