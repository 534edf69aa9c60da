/** The desk when an admin takes the batch back in the middle of it. */
import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { call } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

test('a batch that is taken back says so, and whoever was put off comes as anybody else when they are claimed again, with the words', async ({
  folder,
}) => {
  const { page } = await startDesktop(folder, quickPractice);
  await foundCampaign(page);
  const actionId = await textSomebody(page, 0);
  const once = () => ({ intentId: randomUUID(), actionId });
  const onCard = page.getByRole('region', { name: 'The contact to text now' });
  const rest = () => page.waitForTimeout(900);
  await page.getByRole('button', { name: 'Text now' }).click();
  await onCard.waitFor();
  const first = await onCard.getByRole('heading').innerText();

  // Words that are set aside stay with the contact, who is put off.
  await rest();
  await page.keyboard.press('e');
  await onCard.getByRole('textbox').fill('My own words');
  await rest();
  await page.keyboard.press('Escape');
  await rest();
  await page.keyboard.press('l');
  await rest();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 100 texted · 1 for later')).toBeVisible();

  await rest();
  await page.keyboard.press('h');
  const last = page.getByRole('dialog', { name: 'The texts you sent last' });
  await expect(last.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(last).toBeHidden();

  await call(page, 'assignments/take-back', once());
  await expect(page.getByText('An admin took back the rest of this batch: 99 contacts')).toBeVisible();
  await rest();
  await page.keyboard.press('Enter');
  await onCard.waitFor();
  await expect(page.getByText('0 of 100 texted')).toBeVisible();
  await expect(page.getByText('1 of 100', { exact: true })).toBeVisible();
  await expect(onCard.getByRole('heading')).toHaveText(first);

  // The words are still there.
  await rest();
  await page.keyboard.press('g');
  const asked = page.getByRole('dialog', { name: 'Give back the rest?' });
  await expect(asked.getByText('You changed 1 text and did not send it.')).toBeVisible();
  await rest();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('100 contacts given back')).toBeVisible();
});
