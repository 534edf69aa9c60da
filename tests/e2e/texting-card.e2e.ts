/** The card of the desk: what a double press, a focused button and a small window make of Enter. */
import { expect } from '@playwright/test';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

test('each Enter at three a second sends a text; the second of a double press, and one that sees no card, send none', async ({
  folder,
}) => {
  const { page, application } = await startDesktop(folder, quickPractice);
  await foundCampaign(page);
  await textSomebody(page, 0);
  await page.keyboard.press('ControlOrMeta+4');
  const card = page.getByRole('region', { name: 'The contact to text now' });
  await card.waitFor();
  const sent = (count: number) => expect(page.getByText(`${count} of 100 texted`)).toBeVisible();
  const rest = () => page.waitForTimeout(700);

  await rest();
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(333);
  }
  await sent(6);
  await rest();
  const [send, later] = [/^Send/, /^Later/].map((name) => card.getByRole('button', { name }));
  if (send === undefined || later === undefined) throw new Error('a card without its buttons');
  await send.click();
  await page.waitForTimeout(350);
  await send.click();
  await rest();
  await sent(7);
  await later.dblclick();
  await rest();
  await expect(page.getByText('7 of 100 texted · 1 for later')).toBeVisible();
  // It has the focus now, so Enter presses it, and no cap says otherwise.
  await expect(send.locator('kbd')).toBeHidden();
  await page.getByRole('heading', { level: 2 }).focus();
  await expect(send.locator('kbd')).toBeVisible();

  await application.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(480, 640);
    window?.webContents.setZoomFactor(2);
  });
  await rest();
  const main = page.locator('main');
  await main.evaluate((scrolled) => scrolled.scrollTo(0, 0));
  await page.keyboard.press('Enter');
  await rest();
  const bar = page.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', '7');
  for (const part of [card.getByRole('heading'), send]) await expect(part).toBeInViewport({ ratio: 1 });
  const seenPx = await card.evaluate((shown) => {
    const top = shown.querySelector('[data-read]')?.getBoundingClientRect().top ?? 0;
    return (shown.querySelector('footer')?.getBoundingClientRect().top ?? 0) - top;
  });
  // Two lines of the text and more.
  expect(seenPx).toBeGreaterThan(50);
  await page.keyboard.press('Enter');
  await expect(bar).toHaveAttribute('aria-valuenow', '8');
  await application.close();
});
